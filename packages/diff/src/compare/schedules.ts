import type { Project } from '@kyoyaku/core'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable, wholeEdit } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'

type FieldChange = NonNullable<ProjectChange['fields']>[number]
type Step = NonNullable<Project['schedule']>[number]

/** The years that a plan covers: those of its sums, else those of its steps. */
function yearsOf({ schedule, budget }: Project): Set<number> {
  const steps = (schedule ?? []).map((s) => s.fiscalYear)
  const sums = (budget?.years ?? []).flatMap(({ fiscalYear }) => (fiscalYear === undefined ? [] : [fiscalYear]))
  return new Set([...sums, ...steps])
}

/** What is under way in a year: an arrow runs on from its label until the next one. */
const under = (steps: readonly Step[], year: number): Step | undefined =>
  steps.filter((s) => s.fiscalYear <= year).at(-1)

/**
 * What became of the steps of a plan, year by year. A plan whose years moved on starts its arrow in a later year and goes on in further
 * ones: only what is under way in a year of both, and what begins in a year that one alone covers, can differ.
 */
export function compareSchedules(env: Environment, old: Project, other: Project): FieldChange[] {
  const inOrder = (p: Project): Step[] => [...(p.schedule ?? [])].sort((a, b) => a.fiscalYear - b.fiscalYear)
  const [a, b] = [inOrder(old), inOrder(other)]
  if (a.length === 0 && b.length === 0) return []
  const [covered, nowCovered] = [yearsOf(old), yearsOf(other)]
  const offset = Math.min(...nowCovered) - Math.min(...covered)
  const apart = covered.size > 0 && nowCovered.size > 0 && [...covered].every((y) => !nowCovered.has(y))
  const same = (p: Step | undefined, q: Step | undefined): boolean =>
    comparable(env.text, p?.label ?? '') === comparable(env.text, q?.label ?? '')
  // Another term: its first year stands for the first one.
  if (apart && a.length === b.length && a.every((s, i) => s.fiscalYear + offset === b[i]?.fiscalYear && same(s, b[i])))
    return []
  const own = (steps: readonly Step[], year: number): Step | undefined => steps.find((s) => s.fiscalYear === year)
  return [...new Set([...a, ...b].map((s) => s.fiscalYear))]
    .sort((x, y) => x - y)
    .flatMap((year): FieldChange[] => {
      const field = `schedule:${year}`
      const [from, to] = [own(a, year), own(b, year)]
      const [inOld, inNew] = [covered.has(year), nowCovered.has(year)]
      if (inOld && inNew && same(under(a, year), under(b, year))) return []
      if (!apart && inOld !== inNew) {
        const [alone, rest, step] = inOld ? [a, b, from] : [b, a, to]
        if (!step || same(under(alone, year), under(rest, year)) || beginsLater(rest, step)) return []
        return [{ field, edits: wholeEdit(inOld ? 'delete' : 'insert', { text: step.label, at: step.at }) }]
      }
      const edits = fieldEdits(
        env,
        from && { text: from.label, at: from.at },
        to && { text: to.label, at: to.at },
        `${other.title} ${field}`,
      )
      return edits ? [{ field, edits }] : []
    })

  function beginsLater(rest: readonly Step[], step: Step): boolean {
    const first = rest[0]
    return first !== undefined && first.fiscalYear > step.fiscalYear && same(first, step)
  }
}
