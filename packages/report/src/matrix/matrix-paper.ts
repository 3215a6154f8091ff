import type { TemplateMatrix } from '@kyoyaku/diff'
import { cellOf, printablePaper } from '../paper/lines.ts'
import type { Cell, Paper, Tone } from '../paper/paper.ts'
import type { PaperOptions } from '../revision-paper.ts'
import { say, words } from '../words.ts'

type MatrixCell = TemplateMatrix['rows'][number]['cells'][number]

const looks: Readonly<Record<MatrixCell['status'], { word: keyof typeof words | undefined; tone?: Tone }>> = {
  unchanged: { word: 'same' },
  changed: { word: 'differs', tone: 'changed' },
  added: { word: 'onlyHere', tone: 'added' },
  deleted: { word: 'missing', tone: 'deleted' },
  'not-in-excerpt': { word: undefined },
  absent: { word: undefined },
}

/** Agreements of one template in a table: a row a provision, a column an agreement. */
export function matrixPaper(matrix: TemplateMatrix, options: PaperOptions = {}): Paper {
  const locale = options.locale ?? 'ja'
  const title = say(words.matrix, locale)
  const cell = ({ status, number }: MatrixCell, column: number): Cell => {
    const { word, tone } = looks[status]
    const said = column === 0 && status === 'unchanged' ? '○' : word === undefined ? '' : say(words[word], locale)
    const renumbered = status === 'changed' && number !== undefined ? `${said}（${number}）` : said
    return cellOf(renumbered, { tone })
  }
  const parties = ({ parties: list, source }: TemplateMatrix['documents'][number]): string =>
    list.map((party) => party.name).join('・') || source
  return printablePaper({
    title,
    locale,
    blocks: [
      {
        kind: 'table',
        caption: title,
        columns: [
          { heading: say(words.provision, locale), share: 4 },
          ...matrix.documents.map((document, i) => ({
            heading: i === 0 ? `${parties(document)}（${say(words.template, locale)}）` : parties(document),
            share: 2,
            align: 'center' as const,
          })),
        ],
        rows: matrix.rows.map((row) => ({
          start: true,
          cells: [cellOf(row.title, { heading: true }), ...row.cells.map(cell)],
        })),
      },
    ],
  })
}
