import { fold } from '@kyoyaku/core'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable, type Placed } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'
import type { VisionProject } from './vision-projects.ts'

type FieldChange = NonNullable<ProjectChange['fields']>[number]

/** A mark whichever of its characters stands for it; a dash is a cell left blank. */
const kindOf = (mark: string): string =>
  fold(mark)
    .replace(/[〇○◯⭕]/gu, '〇')
    .replace(/[✕✖]/gu, '×')
    .replace(/^[-－―—–ー]+$/u, '')

/** Marks that say no more than who takes part; a × says that somebody does not, which a blank leaves open. */
const plain = new Set(['', '〇'])

/** A mark as it is told; blank cells have none. */
const shown = ({ text, at }: Placed): Placed | undefined => (text === '' ? undefined : { text, at })

/**
 * What became of the marks of a project's row in the grid, for the municipalities that are columns of both: △ or × for 〇, a × that was left
 * out. Who joined or left is `told` already where neither mark says more; a dash where a cell was blank is another way of writing.
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
    const where = `${other.title} marks:${now.name}`
    if (from === to && from === '' && before.text !== now.cell.text)
      env.text.noise.push({ where, old: before.text, new: now.cell.text, reason: 'notation' })
    if (from === to || (told.has(now.name) && plain.has(from) && plain.has(to))) return []
    const edits = fieldEdits({ ...env, excerpts: { old: false, new: false } }, shown(before), shown(now.cell), where)
    return edits ? [{ field: `marks:${now.name}`, edits }] : []
  })
}
