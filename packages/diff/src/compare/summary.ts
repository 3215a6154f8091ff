import type { Comparison } from '../schema/comparison.ts'

type Counted = Omit<Comparison, 'summary' | 'schemaVersion' | 'old' | 'new' | 'mode' | 'diagnostics'>

/** How many of what: articles.changed, articles.renumbered, projects.joined, noise. Zeros are left out. */
export function summaryOf(comparison: Counted): Comparison['summary'] {
  const summary: Comparison['summary'] = {}
  const count = (name: string, n = 1): void => {
    if (n !== 0) summary[name] = (summary[name] ?? 0) + n
  }
  for (const a of comparison.articles) {
    const name = a.part === 'main' ? 'articles' : 'supplementary'
    count(`${name}.${a.status}`)
    if (a.renumbered) count(`${name}.renumbered`)
    if (a.moved) count(`${name}.moved`)
    if (a.edited) count(`${name}.edited`)
    if (a.editKind === 'reference-only') count(`${name}.referenceOnly`)
    if (a.splitFrom !== undefined) count(`${name}.split`)
    if (a.mergedInto !== undefined) count(`${name}.merged`)
  }
  for (const i of comparison.initiatives) {
    count(`initiatives.${i.status}`)
    if (i.renamed) count('initiatives.renamed')
    if (i.moved) count('initiatives.moved')
  }
  for (const i of comparison.indicators) {
    count(`indicators.${i.status}`)
    if (i.renamed) count('indicators.renamed')
    if (i.moved) count('indicators.moved')
  }
  for (const p of comparison.projects) {
    count(`projects.${p.status}`)
    if (p.renamed) count('projects.renamed')
    if (p.moved) count('projects.moved')
    if (p.status === 'changed') {
      count('projects.joined', p.participants?.joined.length ?? 0)
      count('projects.left', p.participants?.left.length ?? 0)
      if (p.budget) count('projects.budgetChanged')
    }
  }
  for (const t of comparison.appendedTables) if (t.status !== 'unchanged') count(`appendedTables.${t.status}`)
  count('texts', comparison.texts.length)
  count('noise', comparison.noise.length)
  return summary
}

/** Whether a comparison found any change; noise and what an excerpt leaves out are none. */
export function hasChanges(comparison: Comparison): boolean {
  const changed = (rows: readonly { status: string }[]): boolean =>
    rows.some((r) => r.status !== 'unchanged' && r.status !== 'not-in-excerpt')
  const { documents, texts, articles, initiatives, appendedTables, indicators, projects } = comparison
  return (
    [texts, articles, initiatives, appendedTables, indicators, projects].some(changed) ||
    documents.some((d) => d.status === 'added' || d.status === 'deleted')
  )
}
