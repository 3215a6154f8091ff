import { drawSource, gridRules } from '../layout/draw-page.ts'
import type { Source } from '../read/source.ts'
import { clean } from '../text/clean.ts'
import { correctedBlocks } from './corrected-blocks.ts'

interface Seen {
  /** How sure every character is; .98 where absent. */
  confidence?: number
  /** Parts of the text whose characters are unsure, .6. */
  unsure?: readonly string[]
  others?: { span: [number, number]; text: string; engine: string }[]
}

/** A source as if an engine had recognised it, for tests. */
export function asRecognized(source: Source, { confidence = 0.98, unsure = [], others = [] }: Seen = {}): Source {
  const places = unsure.map((part) => [source.text.indexOf(part), part.length] as const)
  const isUnsure = (offset: number): boolean => places.some(([at, n]) => at >= 0 && offset >= at && offset < at + n)
  const sure = (offset: number): number => (isUnsure(offset) ? 0.6 : confidence)
  return {
    ...source,
    info: { ...source.info, textLayer: 'ocr' },
    pages: source.pages.map((page) => ({
      ...page,
      recognized: {
        engine: 'test',
        confidences: Float32Array.from({ length: page.span[1] - page.span[0] }, (_, i) => sure(page.span[0] + i)),
        others,
      },
    })),
  }
}

/** A source of plain text. */
export const textSource = (text: string): Source => ({
  info: { name: 'text', sha256: '', format: 'text', textLayer: 'plain' },
  text,
  pages: [{ span: [0, text.length] }],
})

/** A source of one ruled table; cells in rows. */
export function tableSource(rows: readonly (readonly string[])[]): Source {
  const width = 90
  const height = 20
  const columns = Math.max(...rows.map((row) => row.length))
  return drawSource({
    rules: gridRules(
      Array.from({ length: columns + 1 }, (_, i) => 20 + i * width),
      Array.from({ length: rows.length + 1 }, (_, i) => 40 + i * height),
    ),
    texts: rows.flatMap((row, r) =>
      row.flatMap((text, c) => (text === '' ? [] : [{ x: 22 + c * width, y: 54 + r * height, text, size: 9 }])),
    ),
  })
}

/** What evidence makes of the lines of a recognised text. */
export const correctedLines = (text: string, seen?: Seen): string =>
  correctedBlocks(asRecognized(textSource(text), seen))
    .blocks.flatMap((block) => (block.kind === 'line' ? [block.text.value] : []))
    .join('\n')

/** What evidence makes of the cells of a recognised table, and the numbers that it doubts. */
export function correctedTable(
  rows: readonly (readonly string[])[],
  seen?: Seen,
): { rows: string[][]; doubts: string[] } {
  const { blocks, evidence } = correctedBlocks(asRecognized(tableSource(rows), seen))
  const table = blocks.find((block) => block.kind === 'table')
  return {
    rows: table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => clean(cell.text).value)) : [],
    doubts: (evidence?.doubts ?? []).map((doubt) => clean(doubt).value),
  }
}
