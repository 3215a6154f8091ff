import type { Facts, FailureReason } from '../schema/outcome.ts'
import type { BatchEvent } from './event.ts'

/** How many of the slowest documents, and of those in which nothing was found, are named at the end. */
const namedCount = 5

/** What one run did. Everything but `slowest` and `failures` are counts. */
export interface Summary {
  documents: number
  failed: number
  pages: number
  /** Files that earlier runs had done or given up, and files with the contents of another one. */
  skipped: { done: number; failed: number; same: number }
  retries: number
  /** CPU of the children in seconds, as far as documents were read. */
  cpuSeconds: number
  seconds: number
  kinds: Record<string, number>
  diagnostics: Record<string, number>
  reasons: Partial<Record<FailureReason, number>>
  /** Files that were read and hold no document of a kind that is known, the first ones by name. */
  nothingFound: { files: number; paths: string[] }
  slowest: { path: string; seconds: number; pages: number }[]
}

export function emptySummary(): Summary {
  return {
    documents: 0,
    failed: 0,
    pages: 0,
    skipped: { done: 0, failed: 0, same: 0 },
    retries: 0,
    cpuSeconds: 0,
    seconds: 0,
    kinds: {},
    diagnostics: {},
    reasons: {},
    nothingFound: { files: 0, paths: [] },
    slowest: [],
  }
}

function addFacts(summary: Summary, { pages, kinds, diagnostics }: Facts): void {
  summary.pages += pages
  for (const kind of kinds) summary.kinds[kind] = (summary.kinds[kind] ?? 0) + 1
  for (const [code, n] of Object.entries(diagnostics)) summary.diagnostics[code] = (summary.diagnostics[code] ?? 0) + n
}

/** Counts an event in. */
export function count(summary: Summary, event: BatchEvent): void {
  if (event.event === 'offered') {
    for (const name of ['done', 'failed', 'same'] as const) summary.skipped[name] += event[name]
  } else if (event.event === 'retry') summary.retries++
  else if (event.event === 'failed') {
    summary.failed++
    summary.reasons[event.reason] = (summary.reasons[event.reason] ?? 0) + 1
  } else if (event.event === 'done') {
    summary.documents++
    addFacts(summary, event.facts)
    const { path, seconds, facts } = event
    const { nothingFound } = summary
    if (facts.kinds.length === 0 && ++nothingFound.files <= namedCount) nothingFound.paths.push(path)
    summary.slowest = [...summary.slowest, { path, seconds, pages: facts.pages }]
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, namedCount)
  }
}
