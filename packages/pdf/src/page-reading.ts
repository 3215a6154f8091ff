import type { Box, PageGlyphs } from '@kyoyaku/core'
import { endRow } from './dot-row.ts'
import { imageMarksOf, marksOf } from './drawn-mark.ts'
import { withoutGlyphCodes } from './glyph-code.ts'
import { type Font, type GraphicsState, initialState } from './graphics-state.ts'
import { identity, type Matrix, matrixOf, multiply } from './matrix.ts'
import { packedRules, packedRuns } from './packed-page.ts'
import {
  clipTo,
  clipToBox,
  emptyDrawing,
  type PageDrawing,
  paintImage,
  paintPath,
  paintShades,
} from './path-painting.ts'
import { addMark, boxesOf, emptyPageText, showText } from './text-showing.ts'

export interface PageSetup {
  width: number
  height: number
  /** From the page's own space to points with their origin at the top left, the page turned upright. */
  base: Matrix
  /** Offset of the page in the source text. */
  start: number
  font: (id: string) => Font
  /** The fonts of the document that were asked for, by their names. */
  fonts: ReadonlyMap<string, Font>
  /** Whether a layer is shown, by what pdfjs says of its content. */
  isShown: (layer: unknown) => boolean
}

interface Reading {
  setup: PageSetup
  state: GraphicsState
  saved: GraphicsState[]
  text: ReturnType<typeof emptyPageText>
  drawing: PageDrawing
  page: Box
  /** Whether anything was painted since the last save, and where that was: an image that was left out leaves it unpainted. */
  unpainted: Matrix | undefined
  /** The next path is one to clip by. */
  clipping: boolean
  /** Of each stretch of marked content that the place is in, whether it is on a layer that is not shown. */
  layers: boolean[]
  /** Within how many of these. */
  unseen: number
}

const num = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

/** Deep nesting beyond this is damage: saves are then ignored, not piled up. */
const deepest = 2000

function save(r: Reading): void {
  if (r.saved.length < deepest) r.saved.push({ ...r.state })
}

function restore(r: Reading): void {
  const state = r.saved.pop()
  if (r.unpainted && r.unseen === 0) paintImage(r.drawing, r.unpainted)
  r.unpainted = undefined
  if (state) r.state = state
}

function enter(r: Reading, matrix: unknown): void {
  save(r)
  r.state.ctm = multiply(r.state.ctm, matrixOf(matrix))
}

function moveText(r: Reading, dx: number, dy: number): void {
  const { state } = r
  state.lineX += dx
  state.lineY += dy
  state.x = state.lineX
  state.y = state.lineY
}

function enterLayer(r: Reading, layer?: unknown): void {
  if (r.layers.length >= deepest) return
  const unseen = layer !== undefined && !r.setup.isShown(layer)
  r.layers.push(unseen)
  if (unseen) r.unseen++
}

function leaveLayer(r: Reading): void {
  if (r.layers.pop()) r.unseen--
}

/** Graphics state dictionaries: line width, font and opacity are all of them that moves or shows text. */
function setState(r: Reading, entries: unknown): void {
  if (!Array.isArray(entries)) return
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue
    if (entry[0] === 'LW') r.state.lineWidth = num(entry[1], 1)
    if (entry[0] === 'ca') r.state.fillAlpha = num(entry[1], 1)
    if (entry[0] === 'Font' && Array.isArray(entry[1])) setFont(r, entry[1][0], entry[1][1])
  }
}

function setFont(r: Reading, id: unknown, size: unknown): void {
  r.state.font = r.setup.font(String(id))
  r.state.fontSize = num(size, 1)
}

const color = (value: unknown): string => (typeof value === 'string' && value.startsWith('#') ? value : 'pattern')

/** Starts a line of text at the origin of a text matrix. */
function startText(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = 0
  state.y = 0
  state.lineX = 0
  state.lineY = 0
}

const nowhere: Box = [Infinity, Infinity, -Infinity, -Infinity]

type Operate = (r: Reading, args: readonly unknown[]) => void

/** What each operation does to the reading; those not named neither move nor paint what is read. */
const operations: Readonly<Record<string, Operate>> = {
  save,
  restore,
  transform: (r, args) => {
    r.state.ctm = multiply(r.state.ctm, matrixOf(args))
    r.unpainted = r.state.ctm
  },
  paintFormXObjectBegin: (r, args) => {
    enter(r, args[0])
    clipToBox(r.state, args[1])
  },
  paintFormXObjectEnd: restore,
  beginGroup: save,
  endGroup: restore,
  beginAnnotation: (r, args) => {
    save(r)
    const own = initialState(multiply(r.setup.base, matrixOf(args[2])), r.page)
    r.state = { ...own, ctm: multiply(own.ctm, matrixOf(args[3])) }
  },
  endAnnotation: restore,
  setLineWidth: (r, args) => {
    r.state.lineWidth = num(args[0], 1)
  },
  setGState: (r, args) => setState(r, args[0]),
  setFillRGBColor: (r, args) => {
    r.state.fillColor = color(args[0])
  },
  setFillColorN: (r) => {
    r.state.fillColor = 'pattern'
  },
  setStrokeRGBColor: (r, args) => {
    r.state.strokeColor = color(args[0])
  },
  setStrokeColorN: (r) => {
    r.state.strokeColor = 'pattern'
  },
  beginText: (r) => startText(r.state, identity),
  setFont: (r, args) => setFont(r, args[0], args[1]),
  setCharSpacing: (r, args) => {
    r.state.charSpacing = num(args[0])
  },
  setWordSpacing: (r, args) => {
    r.state.wordSpacing = num(args[0])
  },
  setHScale: (r, args) => {
    r.state.horizontalScale = num(args[0], 100) / 100
  },
  setLeading: (r, args) => {
    r.state.leading = -num(args[0])
  },
  setTextRise: (r, args) => {
    r.state.rise = num(args[0])
  },
  setTextRenderingMode: (r, args) => {
    r.state.renderingMode = num(args[0])
  },
  setTextMatrix: (r, args) => {
    const m = Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args
    startText(r.state, matrixOf(m))
  },
  moveText: (r, args) => moveText(r, num(args[0]), num(args[1])),
  setLeadingMoveText: (r, args) => {
    r.state.leading = num(args[1])
    moveText(r, num(args[0]), num(args[1]))
  },
  nextLine: (r) => moveText(r, 0, r.state.leading),
  showText: (r, args) => {
    r.unpainted = undefined
    if (!Array.isArray(args[0])) return
    const { clip } = r.state
    if (r.unseen > 0) r.state.clip = nowhere
    showText(r.state, args[0], r.text)
    r.state.clip = clip
  },
  beginMarkedContent: (r) => enterLayer(r),
  beginMarkedContentProps: (r, args) => enterLayer(r, args[0] === 'OC' ? args[1] : undefined),
  endMarkedContent: leaveLayer,
  clip: startClip,
  eoClip: startClip,
  constructPath: (r, args) => {
    r.unpainted = undefined
    if (r.unseen === 0) paintPath(r.drawing, r.state, args)
    if (r.clipping) clipTo(r.state, args)
    r.clipping = false
  },
  paintImageXObject: image,
  paintInlineImageXObject: image,
  paintImageMaskXObject: image,
  paintSolidColorImageMask: image,
  shadingFill: (r) => {
    r.unpainted = undefined
    if (r.unseen === 0) paintShades(r.drawing, r.state)
  },
}

function startClip(r: Reading): void {
  r.clipping = true
}

function image(r: Reading): void {
  r.unpainted = undefined
  if (r.unseen === 0) paintImage(r.drawing, r.state.ctm)
}

/** Numbers of pdfjs's operations by their names. */
export type OperationCodes = Readonly<Record<string, number>>

let operates: (Operate | undefined)[] | undefined

function operationsByCode(codes: OperationCodes): (Operate | undefined)[] {
  if (operates) return operates
  operates = []
  for (const [name, operate] of Object.entries(operations)) {
    const code = codes[name]
    if (code !== undefined) operates[code] = operate
  }
  return operates
}

/** A page's operations by number, with their arguments. */
export interface OperationList {
  fnArray: readonly number[]
  argsArray: readonly (readonly unknown[] | null)[]
}

const noArguments: readonly unknown[] = []
const white = '#ffffff'

/** A page's text in drawing order and everything on it with its place. */
export interface ReadPage {
  text: string
  glyphs: PageGlyphs
  /** UTF-16 units that are shown, and those of them that are not painted. */
  shown: number
  hidden: number
}

/** Runs a page's operations and returns its text in drawing order and everything on it with its place. */
export function readPage(setup: PageSetup, codes: OperationCodes, { fnArray, argsArray }: OperationList): ReadPage {
  const page: Box = [0, 0, setup.width, setup.height]
  const r: Reading = {
    setup,
    state: initialState(setup.base, page),
    saved: [],
    text: emptyPageText(setup.start),
    drawing: emptyDrawing(setup.width, setup.height),
    page,
    unpainted: undefined,
    clipping: false,
    layers: [],
    unseen: 0,
  }
  const all = operationsByCode(codes)
  for (let i = 0; i < fnArray.length; i++) all[fnArray[i] as number]?.(r, argsArray[i] ?? noArguments)
  endRow(r.drawing)
  for (const { character, box } of [...marksOf(r.drawing.marks), ...imageMarksOf(r.drawing.images)])
    addMark(r.text, character, box)
  const { shown, hidden } = r.text
  const hasWhite = r.text.runs.styles.some((style) => style.color === white)
  const runs = packedRuns(r.text.runs)
  const rules = packedRules(r.drawing.rules)
  return {
    text: withoutGlyphCodes(r.text.parts.join(''), setup.start, r.text.runs, setup.fonts, r.text.same),
    shown,
    hidden,
    glyphs: {
      width: setup.width,
      height: setup.height,
      get runs() {
        return runs()
      },
      boxes: boxesOf(r.text),
      get rules() {
        return rules()
      },
      areas: r.drawing.areas,
      images: r.drawing.images,
      ...(hasWhite && r.drawing.shapes.length > 0 ? { shapes: r.drawing.shapes } : {}),
      ...(r.drawing.outlines > 0 ? { outlines: r.drawing.outlines } : {}),
    },
  }
}
