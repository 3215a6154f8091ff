import { fold } from '../../../text/fold.ts'
import type { Text } from '../../../text/text.ts'
import { isPillarName } from '../heading.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { filled } from '../row.ts'
import { countIn } from './grid-count.ts'
import type { GridHeader } from './grid-header.ts'
import { type GridLine, holdsMarks, isMarked } from './grid-line.ts'

/** What a row without any mark is: it heads the rows below it, or it is a project in which nobody takes part; `isSure` where something shows it. */
interface Unmarked {
  is: 'heading' | 'project'
  isSure: boolean
}

const heading: Unmarked = { is: 'heading', isSure: true }
const project: Unmarked = { is: 'project', isSure: true }
/** A row that has a page, as projects do, and no mark. */
export const blankRow = project

/** Each number as one sign that tells how it is written: 1-(2)-① and 2-(1)-③ are of one form. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/[0-9]{1,3}/gu, '0'],
  [/[①-⑳]/gu, '①'],
  [/[Ⅰ-Ⅻ]/gu, 'Ⅰ'],
  [/[ア-ン]/gu, 'ア'],
  [/[A-Z]/gu, 'A'],
]
const numbering =
  /^(?:No\.?|№)?(?:[Ⅰ-Ⅻ]|[0-9]{1,3}(?![0-9年月日回人件か箇ヶ次期])|\([0-9]{1,2}\)|[①-⑳]|[ア-ン](?=[.、 )]))(?:-(?:[0-9]{1,3}|\([0-9]{1,2}\)|[①-⑳]))*/u

interface Numbered {
  /** How the number is written; empty where there is none. */
  form: string
  /** The last of its numbers. */
  last: number
}

const circled = (c: string): number => (c >= '①' && c <= '⑳' ? c.charCodeAt(0) - 0x245f : Number.NaN)

function numberOf(line: GridLine): Numbered {
  const name = line.project ? fold(withoutBullet(withoutTags(line.project)).value).trimStart() : ''
  const printed = line.number ? fold(line.number.value).trim() : (numbering.exec(name)?.[0] ?? '')
  const form = forms.reduce((text, [number, sign]) => text.replace(number, sign), printed)
  const last = /[0-9]+(?=[^0-9]*$)|[①-⑳]$/u.exec(printed)?.[0] ?? ''
  return { form: line.number ? `#${form}` : form, last: last === '' ? Number.NaN : Number(last) || circled(last) }
}

/** A remark below the rows. */
const remark = /^(?:[※*＊]|\(?注[0-9:)]|備考)/u

type Line = GridLine & { numbered: Numbered }

/** What the rows with marks have in common. */
interface Common {
  header: GridHeader
  /** The form of the numbers that all of them have. */
  form: string | undefined
  havePages: boolean
  /** Whether one of them stands beside its pillar or initiative: headings take no rows of their own. */
  besideHeads: boolean
  /** Whether the grid begins with a project that nothing heads. */
  beginsBare: boolean
}

const columnOf = ({ columns }: GridHeader, kinds: readonly string[]): number[] =>
  columns.flatMap(({ kind, cell }) => (kinds.includes(kind) ? [cell.from] : []))
const fills = ({ row }: GridLine, columns: readonly number[]): boolean =>
  row.cells.some((c) => c.bare !== '' && columns.includes(c.from))

function commonOf(lines: readonly Line[], header: GridHeader, before: object): Common {
  const marked = lines.filter(isMarked)
  const found = new Set(marked.map((l) => l.numbered.form))
  const [form] = found.size === 1 && marked.length > 1 ? found : [undefined]
  const [heads, projects] = [columnOf(header, ['pillar', 'initiative']), columnOf(header, ['project'])]
  const first = lines[0]
  return {
    header,
    form,
    havePages: marked.some((l) => l.page !== undefined),
    besideHeads: marked.some((l) => l.row.table !== undefined && fills(l, heads) && fills(l, projects)),
    beginsBare:
      first?.row.table !== undefined && isMarked(first) && !fills(first, heads) && Object.keys(before).length === 0,
  }
}

/** Reads one row by its numbers, its page, its columns and what stands around it; the first that shows what it is decides. */
function judge(line: Line, above: Line | undefined, below: Line | undefined, common: Common): Unmarked | undefined {
  const { row, numbered } = line
  const { header, form } = common
  const isTable = row.table !== undefined
  const names = Math.min(...header.names.map((n) => n.cell.from))
  if (remark.test(fold(line.project?.value ?? ''))) return heading
  if (countIn(row, header)) return project
  if (isTable && filled(row).some((c) => c.from < names && c.to > names)) return heading
  if (isPillarName(line.project?.value ?? '')) return heading
  if (form !== undefined && form !== '') {
    if (numbered.form !== form) return heading
    const isNext = above !== undefined && above.numbered.form === form && numbered.last === above.numbered.last + 1
    const isBefore = below !== undefined && below.numbered.form === form && below.numbered.last === numbered.last + 1
    // The first of a heading's own: 1-(2)-① under 1-(1)-③.
    if (isNext || isBefore || form.includes('-')) return project
  } else if (numbered.form !== '') return heading
  if (common.havePages) return heading
  if (!isTable) return undefined
  const [heads, projects] = [columnOf(header, ['pillar', 'initiative']), columnOf(header, ['project'])]
  if (heads.length > 0 && projects.length > 0) {
    if (!fills(line, projects)) return heading
    if (common.besideHeads) return project
    if (fills(line, heads)) return heading
  }
  return common.beginsBare ? project : undefined
}

/**
 * What the rows of a grid without any mark are. Those that a grid begins with head it; of another nothing may show what it is: with rows
 * below it, it is taken to head them, else for a project.
 */
export function unmarkedRows(lines: readonly GridLine[], header: GridHeader, before: object): Map<GridLine, Unmarked> {
  const all = lines.flatMap((l): Line[] => (l.project ? [{ ...l, numbered: numberOf(l) }] : []))
  const common = commonOf(all, header, before)
  const own = lines.filter((l) => l.project)
  const found = new Map<GridLine, Unmarked>()
  const firstMarked = all.findIndex(isMarked)
  const lastMarked = all.findLastIndex(isMarked)
  all.forEach((line, i) => {
    if (isMarked(line)) return
    const read = judge(line, all[i - 1], all[i + 1], common)
    const isTable = line.row.table !== undefined
    const is = i > lastMarked && isTable ? 'project' : 'heading'
    found.set(own[i] as GridLine, read ?? { is, isSure: i < firstMarked || !isTable })
  })
  return found
}

/** Rows of names only: one above another is pillar and initiative. */
export function carryHeads(
  line: GridLine,
  next: GridLine | undefined,
  header: GridHeader,
  carried: { pillar?: Text | undefined; initiative?: Text | undefined },
): void {
  const text = line.project as Text
  const value = text.value
  if (line.pillar !== undefined) {
    carried.pillar = line.pillar
    carried.initiative = text
    return
  }
  const hasPillars = header.columns.some((c) => c.kind === 'pillar')
  const inFirst = line.row.table !== undefined && line.row.cells[0]?.text === text
  const above = next !== undefined && !holdsMarks(next) && next.project !== undefined
  const isPillar = hasPillars && line.row.table !== undefined ? inFirst : isPillarName(value) || above
  if (isPillar) {
    carried.pillar = text
    carried.initiative = undefined
  } else carried.initiative = text
}
