import type { Line } from '../../layout/block.ts'
import { readArticleHeading } from './article-heading.ts'
import { bulletCharacters, readLabel } from './numbering.ts'
import type { ParagraphRow } from './paragraph.ts'
import { endsSentence, endsShort, marginOf } from './provisions-flow.ts'

/** What is known above the line. */
interface Above {
  margin: number | undefined
  punctuated: boolean
  row: ParagraphRow | undefined
}

/** A list without numbers, or a note, belongs to the text above it. */
const bullet = new RegExp(`^[${bulletCharacters}※-]`, 'u')

/** 甲　…: what one of the parties does, in a list. */
const partyFirst = /^[甲乙丙丁戊己庚辛壬癸](?: |:)/u

/** The second sentence of a paragraph never begins one. */
const laterSentence = /^(?:ただし、|この場合(?:において|の|に)|前段の場合)/u

/** A paragraph without a number, as old statutes have them: set in, after a sentence that ended, and with no label. */
export function isUnnumberedParagraph(state: Above, lines: readonly Line[], i: number): boolean {
  const line = lines[i] as Line
  const before = lines[i - 1]
  if (!state.row || !before || state.row.form !== undefined || readLabel(line.folded) || bullet.test(line.folded))
    return false
  return (
    marginOf(line) > 0 &&
    // A list, a formula or a table under a sentence is no paragraph.
    (!state.punctuated || /[、。]/u.test(line.folded)) &&
    (endsSentence(before) || !state.punctuated) &&
    !laterSentence.test(line.folded) &&
    !partyFirst.test(line.folded) &&
    (state.margin === undefined ? before.box === undefined || before.ended : endsShort(before, state.margin)) &&
    state.row.paragraph.items.length === 0 &&
    state.row.paragraph.lines.length > 0 &&
    marginOf(line) > hangingMargin(lines, i)
  )
}

/** The margin of the lines that go on within the paragraph before: one set in further starts a new one. */
function hangingMargin(lines: readonly Line[], i: number): number {
  const before = lines[i - 1] as Line
  return readArticleHeading(before.folded, { last: undefined, fresh: true }) ? 0 : marginOf(before)
}
