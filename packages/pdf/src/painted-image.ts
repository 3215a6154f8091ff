import { identity, type Matrix, matrixOf, multiply } from './matrix.ts'
import type { Pdfjs } from './pdfjs.ts'

/** Name of an operation and its arguments. */
interface Operation {
  name: string
  args: readonly unknown[]
}

/** An image on a page, as pdfjs names it. */
interface PaintedImage {
  /** From the unit square of the image to points, origin top left. */
  matrix: Matrix
  /** Name of its decoded object, or the object itself. */
  object: unknown
  /** Of a stencil, the colour that is painted through it. */
  ink?: string
}

/** What a page shows of images. */
interface PaintedImages {
  /** In the order they are painted in: later ones lie on top. */
  images: PaintedImage[]
  /** Whether something else is on top of one of them. */
  overpainted: boolean
}

/** Stroke, fill and both, as `constructPath` has them; all else paints nothing. */
const paints = new Set([20, 21, 22, 23, 24, 25, 26, 27])
const plain = /^#[0-9a-f]{6}$/u
/** Pages cut into more pieces than this are drawn. */
const mostImages = 4000
/** Rendering modes of text that is not painted. */
const unpaintedText = new Set([3, 7])

interface State {
  ctm: Matrix
  fill: string
  textMode: number
}

interface Walk extends PaintedImages {
  state: State
  saved: State[]
}

const deepest = 2000

function save(walk: Walk): void {
  if (walk.saved.length < deepest) walk.saved.push({ ...walk.state })
}

function restore(walk: Walk): void {
  walk.state = walk.saved.pop() ?? walk.state
}

/** What is painted before the image lies under it; what comes after it is on top. */
function paintOver(walk: Walk): void {
  if (walk.images.length > 0) walk.overpainted = true
}

function paintImage(walk: Walk, object: unknown, mask: boolean): void {
  const { ctm: matrix, fill: ink } = walk.state
  if (walk.images.length >= mostImages || (mask && !plain.test(ink))) walk.overpainted = true
  else walk.images.push({ matrix, object, ...(mask ? { ink } : {}) })
}

const isShownText = (glyphs: unknown): boolean =>
  Array.isArray(glyphs) &&
  glyphs.some((g) => typeof g === 'object' && g !== null && !(g as { isSpace?: boolean }).isSpace)

const operations: Record<string, (walk: Walk, args: readonly unknown[]) => void> = {
  save,
  restore,
  beginGroup: save,
  endGroup: restore,
  transform: (walk, args) => {
    walk.state.ctm = multiply(walk.state.ctm, matrixOf(args))
  },
  paintFormXObjectBegin: (walk, args) => {
    save(walk)
    walk.state.ctm = multiply(walk.state.ctm, args[0] ? matrixOf(args[0]) : identity)
  },
  paintFormXObjectEnd: restore,
  setFillRGBColor: (walk, args) => {
    walk.state.fill = String(args[0])
  },
  setFillColorN: (walk) => {
    walk.state.fill = 'pattern'
  },
  setTextRenderingMode: (walk, args) => {
    walk.state.textMode = Number(args[0])
  },
  showText: (walk, args) => {
    if (!unpaintedText.has(walk.state.textMode) && isShownText(args[0])) paintOver(walk)
  },
  constructPath: (walk, args) => {
    if (paints.has(Number(args[0]))) paintOver(walk)
  },
  shadingFill: paintOver,
  beginAnnotation: paintOver,
  paintImageXObject: (walk, args) => paintImage(walk, args[0], false),
  paintInlineImageXObject: (walk, args) => paintImage(walk, args[0], false),
  paintImageMaskXObject: (walk, args) => paintImage(walk, (args[0] as { data?: unknown } | undefined)?.data, true),
  paintImageXObjectRepeat: overpaint,
  paintImageMaskXObjectGroup: overpaint,
  paintImageMaskXObjectRepeat: overpaint,
  paintInlineImageXObjectGroup: overpaint,
}

function overpaint(walk: Walk): void {
  walk.overpainted = true
}

/** The images that a page shows, `base` leading to points. */
export function paintedImages(base: Matrix, list: Iterable<Operation>): PaintedImages {
  const walk: Walk = {
    state: { ctm: base, fill: '#000000', textMode: 0 },
    saved: [],
    images: [],
    overpainted: false,
  }
  for (const { name, args } of list) if (Object.hasOwn(operations, name)) operations[name]?.(walk, args)
  return walk
}

/** The operations of a page by name. */
export function* operationsOf(pdfjs: Pdfjs, list: { fnArray: number[]; argsArray: unknown[] }): Generator<Operation> {
  const names = namesOf(pdfjs)
  for (let i = 0; i < list.fnArray.length; i++) {
    const name = names.get(list.fnArray[i] as number)
    if (name !== undefined) yield { name, args: (list.argsArray[i] as readonly unknown[] | null) ?? [] }
  }
}

let operationNames: Map<number, string> | undefined
function namesOf(pdfjs: Pdfjs): Map<number, string> {
  operationNames ??= new Map(Object.entries(pdfjs.OPS).map(([name, code]) => [code as number, name]))
  return operationNames
}
