import type { Cell, Table } from '../../layout/block.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import type { Evidence } from '../corrections.ts'
import { rewrite } from './rewrite.ts'
import { bareOf } from './sum-bands.ts'

/** The goals of SDGs are numbered so, and forms list them as they rise. */
const lastGoal = 17
/** Longest list of goals, as printed. */
const longest = 45
/** Lists of more figures than this have too many ways to be parted. */
const mostFigures = 12
/** A digit so much wider than others has the white of a lost 、 beside it. */
const roomForComma = 1.5

/** Rising goals that figures in a row can be, with the indices of the figures that end one. */
function partings(figures: string, start: number, above: number): { goals: number[]; ends: number[] }[] {
  if (start === figures.length) return [{ goals: [], ends: [] }]
  return [1, 2].flatMap((length) => {
    const goal = Number(figures.slice(start, start + length))
    if (figures[start] === '0' || start + length > figures.length || goal <= above || goal > lastGoal) return []
    const end = start + length - 1
    return partings(figures, end + 1, goal).map(({ goals, ends }) => ({
      goals: [goal, ...goals],
      ends: [end, ...ends],
    }))
  })
}

/** Figures that stand together, with their indices in the cell. */
interface Group {
  figures: string
  at: number
}

/** All ways to part groups of figures into goals that rise from the first to the last. */
function waysOf([group, ...others]: readonly Group[], above: number): { goals: number[]; ends: number[] }[] {
  if (!group) return [{ goals: [], ends: [] }]
  return partings(group.figures, 0, above).flatMap(({ goals, ends }) =>
    waysOf(others, goals.at(-1) ?? above).map((rest) => ({
      goals: [...goals, ...rest.goals],
      ends: [...ends.map((end) => group.at + end), ...rest.ends],
    })),
  )
}

/** One letter can be a 、 between figures; one before or behind all figures, or two together, may be a goal itself. */
const other = /^[^0-9]*\p{L}|\p{L}[^0-9]*$|\p{L}[^0-9]*\p{L}/u
const wellFormed = /^[0-9]{1,2}(?:[、,・][0-9]{1,2})*$/u

/** The goals that a cell lists whose commas were lost or misread; undefined where it is in order, or could be several lists. */
function goalsOf({ recognition }: Evidence, cell: Cell): readonly number[] | undefined {
  const { folded, text } = cell
  if (folded.length > longest || other.test(folded)) return undefined
  const groups = [...folded.matchAll(/[0-9]+/gu)].map((m): Group => ({ figures: m[0], at: m.index }))
  const figures = groups.reduce((n, group) => n + group.figures.length, 0)
  if (figures === 0 || figures > mostFigures) return undefined
  if (wellFormed.test(bareOf(cell)) && groups.every((g) => Number(g.figures) <= lastGoal)) return undefined
  const ways = waysOf(groups, 0)
  if (ways.length <= 1) return ways[0]?.goals
  const isWide = (i: number): boolean => (recognition.roomAt(text.offsets[i] as number) ?? 1) >= roomForComma
  const last = folded.search(/[0-9][^0-9]*$/u)
  const shown = ways.filter(({ ends }) =>
    groups.every((g) =>
      [...g.figures].every((_, k) => {
        const i = g.at + k
        return i === last || k === g.figures.length - 1 || ends.includes(i) === isWide(i)
      }),
    ),
  )
  return shown.length === 1 ? shown[0]?.goals : undefined
}

/** Goals of SDGs whose commas were lost or misread: they rise, and there are 17 of them. */
export function restoreGoals(evidence: Evidence, tables: readonly Table[]): void {
  for (const { rows } of tables)
    for (const row of rows) {
      const at = row.findIndex((cell) => !cell.covered && labelOf(bareOf(cell))?.kind === 'sdgs')
      const cell = at < 0 ? undefined : row.slice(at + 1).find((c) => !c.covered && c.text.value !== '')
      const goals = cell && goalsOf(evidence, cell)
      if (goals) rewrite(evidence, cell, goals.join('、'), 'sequence')
    }
}
