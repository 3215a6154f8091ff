import { readFileSync } from 'node:fs'
import { parse, readText } from '@kyoyaku/core'
import { compare } from '@kyoyaku/diff'
import { textOfCell } from '../paper/lines.ts'
import type { Paper, Table } from '../paper/paper.ts'
import type { Revision } from '../revision.ts'

const fixtures = new URL('../../../../fixtures/revision/', import.meta.url)

/** The revision of a text into another. */
export async function revise(old: string, other: string): Promise<Revision> {
  const [a, b] = await Promise.all(
    [old, other].map((text, i) => readText(new TextEncoder().encode(text), i === 0 ? 'old.txt' : 'new.txt')),
  )
  if (!a || !b) throw new Error('two sources')
  const [x, y] = [await parse(a), await parse(b)]
  return { comparison: compare(x, y), old: x, new: y, texts: { old: a.text, new: b.text } }
}

/** A revision out of fixtures/revision. */
export const fixtureRevision = (old: string, other: string): Promise<Revision> =>
  revise(readFileSync(new URL(old, fixtures), 'utf8'), readFileSync(new URL(other, fixtures), 'utf8'))

/** The table of a paper by its caption; the 新旧対照表 without one. */
export function tableIn(paper: Paper, caption?: string): Table {
  const found = paper.blocks.find(
    (b): b is Table => b.kind === 'table' && (caption === undefined ? b.contrast === true : b.caption === caption),
  )
  if (!found) throw new Error(`no table ${caption ?? '新旧対照表'}`)
  return found
}

/** Rows of a table as texts, the marked text in brackets: 第【４】条. */
export const rowsIn = (table: Table): string[][] =>
  table.rows.map((row) =>
    row.cells.map((cell) =>
      textOfCell({
        lines: cell.lines.map((line) => ({
          ...line,
          runs: line.runs.map((run) => (run.mark ? { ...run, text: `【${run.text}】` } : run)),
        })),
      }),
    ),
  )
