import { fold } from '@kyoyaku/core'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'
import type { VisionProject } from './vision-projects.ts'

type FieldChange = NonNullable<ProjectChange['fields']>[number]

/** A mark whichever of its characters stands for it; a dash is a cell left blank. */
const kindOf = (mark: string): string =>
  fold(mark)
    .replace(/[〇○◯⭕]/gu, '〇')
    .replace(/^[-－―—–ー]+$/u, '')

/** Marks that say no more than who takes part. */
const plain = new Set(['', '〇', '×'])

/**
 * What became of the marks of a project's row in the grid, for the municipalities that are columns of both: △ for 〇, a × that was left out. Who
 * joined or left is `told` already where neither mark says more.
 */
export function compareMarks(
  env: Environment,
  old: VisionProject,
  other: VisionProject,
  told: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
): FieldChange[] {
  if (!old.cells || !other.cells) return []
  const after = new Map([...other.cells].map(([name, cell]) => [comparable(env.text, name), { name, cell }]))
  return [...old.cells].flatMap(([name, before]): FieldChange[] => {
    const now = after.get(comparable(env.text, renamed.get(name) ?? name))
    if (!now) return []
    const [from, to] = [kindOf(before.text), kindOf(now.cell.text)]
    if (from === to || (told.has(now.name) && plain.has(from) && plain.has(to))) return []
    const field = `marks:${now.name}`
    const [a, b] = [from === '' ? undefined : before, to === '' ? undefined : now.cell]
    const edits = fieldEdits({ ...env, excerpts: { old: false, new: false } }, a, b, `${other.title} ${field}`)
    return edits ? [{ field, edits }] : []
  })
}
