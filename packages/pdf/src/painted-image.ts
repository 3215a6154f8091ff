import { identity, type Matrix, matrixOf, multiply } from './matrix.ts'
import type { Pdfjs } from './pdfjs.ts'

/** Name of an operation and its arguments. */
interface Operation {
  name: string
  args: readonly unknown[]
}

/** The one image that a page consists of, as pdfjs names it. */
export interface PaintedImage {
  /** From the unit square of the image to points, origin top left. */
  matrix: Matrix
  /** Name of its decoded object, or the object itself. */
  object: unknown
  /** Whether it is a stencil through which black is painted. */
  mask: boolean
}

/** Stroke, fill and both, as `constructPath` has them; all else paints nothing. */
const paints = new Set([20, 21, 22, 23, 24, 25, 26, 27])
const black = /^#0{6}$/u
/** Rendering modes of text that is not painted. */
const unpaintedText = new Set([3, 7])

interface State {
  ctm: Matrix
  fill: string
  textMode: number
}

interface Walk {
  state: State
  saved: State[]
  image: PaintedImage | undefined
  /** Whether something that this walk does not understand was painted over the image. */
  overpainted: boolean
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
  if (walk.image) walk.overpainted = true
}

function paintImage(walk: Walk, object: unknown, mask: boolean): void {
  if (walk.image || (mask && !black.test(walk.state.fill))) walk.overpainted = true
  walk.image ??= { matrix: walk.state.ctm, object, mask }
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

/** The image that a page shows and nothing on top of it, `base` leading to points; undefined where there is more to see. */
export function soleImage(base: Matrix, list: Iterable<Operation>): PaintedImage | undefined {
  const walk: Walk = {
    state: { ctm: base, fill: '#000000', textMode: 0 },
    saved: [],
    image: undefined,
    overpainted: false,
  }
  for (const { name, args } of list) {
    if (Object.hasOwn(operations, name)) operations[name]?.(walk, args)
    if (walk.overpainted) return undefined
  }
  return walk.image
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
