import type { Amount, Project } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { fit, left, right, width } from './columns.ts'
import { part, type View } from './view.ts'
import { words } from './words.ts'

const titleMinimum = 24
const gap = 2

const nameOf = (project: Project): string => oneLine(`${project.number ?? ''} ${project.title}`)

type Print = (amount: Amount | undefined) => string

/** Thousands where every amount is whole thousands, as the documents themselves print them. */
function printing(projects: readonly Project[]): { unit: 'thousandYen' | 'yen'; print: Print } {
  const amounts = projects.flatMap(({ budget }) => [...(budget?.years ?? []), ...(budget?.total ? [budget.total] : [])])
  const thousands = amounts.every(({ yen }) => yen === null || yen % 1000 === 0)
  const number = new Intl.NumberFormat('en')
  return {
    unit: thousands ? 'thousandYen' : 'yen',
    print: (amount) => {
      if (!amount) return ''
      return amount.yen === null ? fit(amount.text, 8) : number.format(thousands ? amount.yen / 1000 : amount.yen)
    },
  }
}

/** Projects under the headings that they share, their sums in a column a fiscal year. */
export function budgetTable(view: View, title: string, projects: readonly Project[]): string[] {
  if (projects.length === 0) return []
  const { unit, print } = printing(projects)
  const years = [...new Set(projects.flatMap((p) => p.budget?.years.map((y) => y.fiscalYear) ?? []))].sort(
    (a, b) => (a ?? 0) - (b ?? 0),
  )
  const rows = projects.map(({ budget }) => [
    ...years.map((year) => print(budget?.years.find((amount) => amount.fiscalYear === year))),
    print(budget?.total),
  ])
  const heads = [...years.map((year) => String(year ?? '')), say(words.total, view.locale)]
  const widths = heads.map((head, i) => Math.max(width(head), ...rows.map((row) => width(row[i] ?? ''))) + gap)
  const budgeted = rows.some((row) => row.some((cell) => cell !== ''))
  const sums = budgeted ? widths.reduce((a, b) => a + b, 0) : 0
  const longest = Math.max(titleMinimum, ...projects.map((project) => width(nameOf(project))))
  const titles = Math.min(longest, Math.max(titleMinimum, view.columns - sums - 4))
  const cells = (row: readonly string[]): string =>
    budgeted ? row.map((cell, i) => right(cell, widths[i] ?? 0)).join('') : ''

  const lines = part(title, projects.length)
  if (budgeted) lines.push(`  ${left(say(words[unit], view.locale), titles + 2)}${cells(heads)}`)
  let pillar: string | undefined
  let initiative: string | undefined
  for (const [i, project] of projects.entries()) {
    if (project.pillar !== undefined && project.pillar !== pillar)
      lines.push(`  ${fit(project.pillar, view.columns - 2)}`)
    if (project.initiative !== undefined && (project.initiative !== initiative || project.pillar !== pillar))
      lines.push(`   ${fit(project.initiative, view.columns - 3)}`)
    pillar = project.pillar ?? pillar
    initiative = project.initiative ?? initiative
    lines.push(`    ${left(fit(nameOf(project), titles), titles)}${cells(rows[i] ?? [])}`.trimEnd())
  }
  return lines
}
