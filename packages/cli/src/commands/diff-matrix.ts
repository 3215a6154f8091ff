import type { TemplateMatrix } from '@kyoyaku/diff'
import { type Locale, say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { fit, left, width } from '../text/columns.ts'
import type { Look, Paint } from './diff-paint.ts'
import { diffWords } from './diff-words.ts'

type MatrixCell = TemplateMatrix['rows'][number]['cells'][number]

const looks: Readonly<Record<MatrixCell['status'], { word?: keyof typeof diffWords; look: Look }>> = {
  unchanged: { word: 'same', look: 'plain' },
  changed: { word: 'differs', look: 'changed' },
  added: { word: 'only', look: 'added' },
  deleted: { word: 'missing', look: 'deleted' },
  'not-in-excerpt': { look: 'plain' },
  absent: { look: 'plain' },
}

const titleColumns = 34
const cellColumns = 14

/** A row a provision, a column an agreement; the first is the template. */
export function matrixText(matrix: TemplateMatrix, to: { locale: Locale; paint: Paint }): string {
  const name = ({ parties, source }: TemplateMatrix['documents'][number]): string =>
    fit(parties.at(-1)?.name || source, cellColumns - 1)
  const cell = ({ status }: MatrixCell, i: number): string => {
    const { word, look } = looks[status]
    const text = i === 0 && status === 'unchanged' ? '○' : word === undefined ? '' : say(diffWords[word], to.locale)
    return to.paint({ text, look }) + ' '.repeat(Math.max(0, cellColumns - width(text)))
  }
  const head = matrix.documents.map((document) => left(name(document), cellColumns))
  const rows = matrix.rows.map(({ title, cells }) =>
    `${left(fit(title, titleColumns - 2), titleColumns)}${cells.map(cell).join('')}`.trimEnd(),
  )
  const sources = matrix.documents.map(
    ({ source, parties }, i) =>
      `${i === 0 ? say(diffWords.template, to.locale) : i}: ${oneLine(source)}（${oneLine(parties.map((p) => p.name).join('・'))}）`,
  )
  return `${[...sources, '', `${' '.repeat(titleColumns)}${head.join('')}`.trimEnd(), ...rows].join('\n')}\n`
}
