import type { Document, ParseResult, Vision } from '@kyoyaku/core'
import type { Fact } from '../fact.ts'
import { textSimilarity } from '../grits.ts'
import { shown } from './character-errors.ts'

/** Names at least so alike can be the same name, read with errors. */
const sameName = 0.6

const alikeMarks = (text: string): string => text.replace(/[〇◯]/gu, '○')

/**
 * A fact as far as a scan can show it: no width of characters, one circle. A sum counts by what it is worth: a reader of paper
 * cannot tell one dash from another.
 */
export function shownFact(fact: Fact): Fact {
  const value = fact.kind === 'budget-cell' ? (fact.value.split(' ')[0] as string) : fact.value
  return {
    ...fact,
    key: shown(fact.key),
    value: alikeMarks(shown(value)),
    ...(fact.about === undefined ? {} : { about: shown(fact.about) }),
  }
}

/** Pairs of names, the most alike first, each in one pair. */
function pair(wanted: readonly string[], found: readonly string[]): Map<string, string> {
  const pairs = wanted.flatMap((w) => found.map((f) => ({ w, f, alike: textSimilarity(shown(w), shown(f)) })))
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { w, f, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < sameName || names.has(f) || taken.has(w)) continue
    names.set(f, w)
    taken.add(w)
  }
  return names
}

const visionsIn = (documents: readonly Document[]): Vision[] => documents.filter((d) => d.type === 'vision')

/** Names on sheets and names in grids: each may be read wrong by itself. */
const titlesOf = (documents: readonly Document[]): string[] => [
  ...new Set(
    visionsIn(documents).flatMap((d) => [...d.projects, ...(d.interRegionProjects ?? [])].map((p) => p.title)),
  ),
]
const rowsOf = (documents: readonly Document[]): string[] => [
  ...new Set(visionsIn(documents).flatMap((d) => d.participationGrids.flatMap((g) => g.rows.map((r) => r.project)))),
]

/**
 * A result with projects under their true names: facts are found by the name of their project, and a character of it read wrong
 * is one error, not one for every sum and mark under it. Names read wrong count where text is counted.
 */
export function underTrueNames(truth: readonly Document[], read: ParseResult): ParseResult {
  const titles = pair(titlesOf(truth), titlesOf(read.documents))
  const rows = pair(rowsOf(truth), rowsOf(read.documents))
  const titled = (name: string): string => titles.get(name) ?? name
  const inRow = (name: string): string => rows.get(name) ?? name
  return {
    ...read,
    documents: read.documents.map((d) =>
      d.type === 'vision'
        ? {
            ...d,
            projects: d.projects.map((p) => ({ ...p, title: titled(p.title) })),
            ...(d.interRegionProjects
              ? { interRegionProjects: d.interRegionProjects.map((p) => ({ ...p, title: titled(p.title) })) }
              : {}),
            participationGrids: d.participationGrids.map((g) => ({
              ...g,
              rows: g.rows.map((r) => ({ ...r, project: inRow(r.project) })),
            })),
          }
        : d,
    ),
    diagnostics: read.diagnostics.map((d) =>
      typeof d.data?.project === 'string'
        ? { ...d, data: { ...d.data, project: titles.get(d.data.project) ?? inRow(d.data.project) } }
        : d,
    ),
  }
}
