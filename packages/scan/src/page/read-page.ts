import type { Finding, PageImage, Rule } from '@kyoyaku/core'
import type { PixelBox } from '../clean/red-stamps.ts'
import type { InkLine } from '../lines/ink-line.ts'
import { splitLines } from '../lines/split-lines.ts'
import type { CellMark } from '../marks/mark-cells.ts'
import { penStrokes } from '../marks/pen-strokes.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import type { LayerCharacter } from '../text-layer/layer-text.ts'
import { hearLayer } from '../text-layer/second-reading.ts'
import { toldLines } from '../text-layer/told-lines.ts'
import { trueWay } from '../text-layer/true-way.ts'
import { type LaidLine, layLines } from './em-boxes.ts'
import { confidenceOf, suretyOf, turnedUpright } from './orientation.ts'
import { layoutOf, type PageLayout } from './page-layout.ts'
import { partsLost } from './page-loss.ts'
import { readFigures } from './read-figures.ts'
import type { SeenLine } from './read-line.ts'
import { recognizeLines } from './recognize-lines.ts'

/** A page as it was read, in points. */
export interface ReadPage {
  number: number
  width: number
  height: number
  /** Pixels to the point, of the lines. */
  scale: number
  lines: LaidLine[]
  rules: Rule[]
  findings: Finding[]
  /** Its image lay on its side or upside down. */
  isTurned?: boolean
}

/** Pages read less surely than this may be upside down or lie on their side: there some characters look right … */
const doubtful = 0.85
/** … and those of so many lines that are read less surely than that are not readable. */
const unreadable = 0.4
const fewestLines = 3
/** Ink of which nothing was read is no dirt from this height and width on, in ems; no more of a page are named than so many. */
const writing = 0.45
const mostUnread = 12
/** What stands where marks do and looks like none is believed no more than this. */
const amongMarks = 0.35

/** So many lines of what is faint are read, and are print where they are read as surely as that. */
const faintSample = 6
const faintPrint = 0.8

const seenMark = ({ value, confidence, x0, y0, x1, y1 }: CellMark): SeenLine => ({
  characters: [{ value, confidence, x0, y0, x1, y1 }],
  vertical: false,
  x0,
  y0,
  x1,
  y1,
  mark: true,
})

const doubted = (line: SeenLine): SeenLine => ({
  ...line,
  characters: line.characters.map((c) => ({ ...c, confidence: Math.min(c.confidence, amongMarks) })),
})

/** Lines of a layout, read. */
async function readLines(layout: PageLayout, recognizer: Recognizer): Promise<SeenLine[]> {
  const read = await recognizeLines(layout, layout.lines, recognizer)
  await readFigures(layout, layout.lines, read, layout.columns, recognizer)
  return read.map((line, i) => (layout.strangers.has(layout.lines[i] as InkLine) ? doubted(line) : line))
}

/** Whether what is faint on a page is print: of another page it is read in mirror writing, and not surely. */
async function readsFaintly({ page, em }: PageLayout, recognizer: Recognizer): Promise<boolean> {
  if (!page.faint) return false
  const { grey, runs, components } = page.faint
  const lines = splitLines(components, em)
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .slice(0, faintSample)
  const surety = confidenceOf(await recognizeLines({ grey, runs, em }, lines, recognizer))
  return surety !== undefined && surety >= faintPrint
}

/** The hidden text of a page, where it stands on the page as it was straightened. */
export type LayerOf = (page: PageLayout['page']) => LayerCharacter[]

/** What another program read on a page, in the ways in which its places may be meant, the likeliest first. */
export type ToldOf = (page: PageLayout['page']) => LayerCharacter[][]

/** Reads the image of a page: rules, marks by their shape, and the characters of every line, with a text layer as second reader, or with what another program read instead of them. */
export async function readPage(
  image: PageImage,
  recognizer: Recognizer,
  layerOf?: LayerOf,
  toldOf?: ToldOf,
): Promise<ReadPage> {
  let layout = await layoutOf(image, 0)
  const isTold = toldOf?.(layout.page).some((characters) => characters.length > 0) ?? false
  if (toldOf && isTold) {
    const upright = await turnedUpright(image, layout, recognizer)
    const told = trueWay(toldOf(upright.layout.page), upright)
    if (told) return toldPage(image, upright.layout, told, recognizer)
  }
  let read = await readLines(layout, recognizer)
  if (suretyOf(layout, read) < doubtful) {
    const { layout: other } = await turnedUpright(image, layout, recognizer)
    if (other !== layout) {
      layout = other
      read = await readLines(layout, recognizer)
    }
  }
  if (await readsFaintly(layout, recognizer)) {
    layout = await layoutOf(image, layout.page.turn, { keepsFaint: true })
    read = await readLines(layout, recognizer)
  }
  const { page } = layout
  // A layer is of the page as it lies in the file.
  const { lines: heard, rejected } = hearLayer(read, page.turn === 0 ? (layerOf?.(page) ?? []) : [])
  return pageOf(image, layout, heard, rejected || isTold)
}

/** A page whose characters another program read: its lines, rules and marks are those of the image, as are lines of which nothing was told. */
async function toldPage(
  image: PageImage,
  layout: PageLayout,
  told: readonly LayerCharacter[],
  recognizer: Recognizer,
): Promise<ReadPage> {
  const { lines, strays } = toldLines(told, layout)
  const untold = layout.lines.filter((_, i) => !lines[i])
  const read = await recognizeLines(layout, untold, recognizer)
  const page = pageOf(image, layout, [...lines.filter((l) => l !== undefined), ...read], false)
  const text = strays.map((c) => c.value).join('')
  const stray: Finding = { code: 'ocr-low-confidence', data: { text }, at: { page: image.number } }
  return text === '' ? page : { ...page, findings: [...page.findings, stray] }
}

/** What is known of a page after its lines were read. */
function pageOf(image: PageImage, layout: PageLayout, heard: readonly SeenLine[], rejected: boolean): ReadPage {
  const { page, rules, marks, em } = layout
  const seen = [...heard, ...marks.map(seenMark)].filter((l) => l.characters.length > 0)
  seen.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    scale: page.scale,
    isTurned: page.turn !== 0,
    lines: layLines(seen, em),
    rules,
    findings: [
      ...(rejected ? [{ code: 'text-layer-rejected' as const, data: {}, at: { page: page.number } }] : []),
      ...partsLost(image, page.turn === 0),
      ...penFindings(image, layout),
      ...findingsOf(layout, heard),
    ],
  }
}

/** Where coloured pens wrote; on a page that lay on its side they are said without their place. */
function penFindings(image: PageImage, { page, stamps }: PageLayout): Finding[] {
  const isUpright = page.turn === 0
  const scale = image.width / page.width
  const except = stamps.map((box): PixelBox => box.map((n) => (n / page.scale) * scale) as unknown as PixelBox)
  return penStrokes(image, isUpright ? except : []).map((box): Finding => {
    const bbox = box.map((n) => Math.round((n / scale) * 100) / 100) as [number, number, number, number]
    const { number } = page
    return { code: 'handwriting-found', data: { page: number }, at: { page: number, ...(isUpright ? { bbox } : {}) } }
  })
}

/** Boxes of lines of which nothing was read, the largest first. */
function unreadInk({ em }: PageLayout, read: readonly SeenLine[]): PixelBox[] {
  return read
    .filter(({ characters, x0, y0, x1, y1 }) => characters.length === 0 && Math.min(x1 - x0, y1 - y0) >= writing * em)
    .sort((a, b) => (b.x1 - b.x0) * (b.y1 - b.y0) - (a.x1 - a.x0) * (a.y1 - a.y0))
    .slice(0, mostUnread)
    .map(({ x0, y0, x1, y1 }): PixelBox => [x0, y0, x1, y1])
}

/** What a person should know of a page: where stamps and struck-out words are, and that hardly any of it could be read. */
function findingsOf(layout: PageLayout, read: readonly SeenLine[]): Finding[] {
  const { page, stamps, struck } = layout
  const { number, scale } = page
  const found = (code: 'stamp-found' | 'handwriting-found' | 'ink-unread', box: PixelBox): Finding => {
    const bbox = box.map((n) => Math.round((n / scale) * 100) / 100) as [number, number, number, number]
    return { code, data: { page: number }, at: { page: number, bbox } }
  }
  const seen = [
    ...stamps.map((box) => found('stamp-found', box)),
    ...struck.map((box) => found('handwriting-found', box)),
  ]
  const confidence = Math.round((confidenceOf(read) ?? 0) * 100) / 100
  if (read.length < fewestLines || confidence >= unreadable)
    return [...seen, ...unreadInk(layout, read).map((box) => found('ink-unread', box))]
  return [...seen, { code: 'page-unreadable', data: { page: number, confidence }, at: { page: number } }]
}
