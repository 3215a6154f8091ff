import type { BatchEvent } from '@kyoyaku/batch'
import { type Locale, say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import type { Terminal } from '../terminal.ts'
import { kindName } from '../text/words.ts'
import { reasonOf } from './batch-reason.ts'
import { batchWords, reasonWords } from './batch-words.ts'

/** Milliseconds between two looks of the progress line, and between two lines where nobody watches. */
const watchedInterval = 200
const unwatchedInterval = 30_000

/** A rate is of the last documents: the first ones wait for processes to start. */
const rateWindow = 60_000

const clock = (seconds: number): string => {
  const part = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`
}

const listOf = (counts: Readonly<Record<string, number>>, nameOf: (name: string) => string): string =>
  Object.entries(counts)
    .sort((a, b) => b[1] - a[1])
    .map(([name, n]) => `${nameOf(name)} ${n}`)
    .join(', ')

/** How far a run is, from its events. */
function progressOf(now: () => number): { count(event: BatchEvent): void; data(): Record<string, unknown> } {
  let listed = 0
  let offered = 0
  let ended = 0
  let pages = 0
  let failed = 0
  const recent: number[] = []
  /** Page images that are done of documents in work. */
  const inWork = new Map<string, number>()
  return {
    count: (event) => {
      if (event.event === 'listed') listed = event.files
      if (event.event === 'offered') {
        offered += event.added + event.done + event.failed + event.same
        ended += event.done + event.failed + event.same
        failed += event.failed
      }
      if (event.event === 'page') inWork.set(event.key, event.page)
      if ('key' in event && event.event !== 'page') inWork.delete(event.key)
      if (event.event === 'done') pages += event.facts.pages
      if (event.event === 'failed') failed++
      if (event.event !== 'done' && event.event !== 'failed') return
      ended++
      recent.push(now())
    },
    data: () => {
      const from = now() - rateWindow
      while (recent.length > 0 && (recent[0] ?? 0) < from) recent.shift()
      const span = (now() - (recent[0] ?? 0)) / 1000
      const rate = recent.length > 1 && span > 0 ? (recent.length - 1) / span : 0
      // Archives hold more than the one file that was listed.
      const total = Math.max(listed, offered, ended)
      const left = rate > 0 ? clock((total - ended) / rate) : '–'
      const seen = [...inWork.values()].reduce((sum, n) => sum + n, pages)
      return { ended, total, pages: seen, failed, rate: rate.toFixed(1), left }
    },
  }
}

function summaryLines(event: BatchEvent & { event: 'end' }, { locale }: Terminal): string[] {
  const { documents, failed, pages, seconds, skipped, interrupted, nothingFound } = event
  const { done, failed: failedBefore, same } = skipped
  if (!interrupted && documents + failed + done + failedBefore + same === 0) return [say(batchWords.nothing, locale)]
  const time = seconds < 60 ? say(batchWords.seconds, locale, { n: seconds.toFixed(1) }) : clock(seconds)
  const rest = (
    [
      [batchWords.failedNow, failed],
      [batchWords.doneBefore, done],
      [batchWords.failedBefore, failedBefore],
      [batchWords.same, same],
    ] as const
  ).flatMap(([words, n]) => (n > 0 ? [say(words, locale, { n })] : []))
  const read = say(batchWords.total, locale, { documents, pages, time })
  const lines = [
    [read, ...(rest.length > 0 ? [rest.join(locale === 'ja' ? '、' : ', ')] : [])].join(locale === 'ja' ? '。' : '; '),
  ]
  const reason = (name: string): string => say(reasonWords[name as keyof typeof reasonWords], locale)
  const kind = (type: string): string => kindName(type, locale)
  for (const [name, counts, nameOf] of [
    ['kinds', event.kinds, kind],
    ['diagnostics', event.diagnostics, String],
    ['reasons', event.reasons, reason],
  ] as const)
    if (Object.keys(counts).length > 0) lines.push(say(batchWords[name], locale, { list: listOf(counts, nameOf) }))
  const { files, paths } = nothingFound
  if (files > 0) lines.push(say(batchWords.nothingFound, locale, { files }))
  for (const path of paths) lines.push(`  ${oneLine(path)}`)
  if (files > paths.length) lines.push(say(batchWords.moreFound, locale, { count: files - paths.length }))
  if (event.slowest.length > 0) lines.push(say(batchWords.slowest, locale))
  for (const slow of event.slowest) lines.push(`  ${slow.seconds.toFixed(1)} s  ${oneLine(slow.path)}`)
  if (interrupted) lines.push(say(batchWords.interrupted, locale))
  return lines
}

/** So many files are named of those that were not found; there may be one for every document. */
const namedCount = 10

function ocrLines({ taken, missing, unused }: BatchEvent & { event: 'ocr' }, locale: Locale): string[] {
  const lines = [say(batchWords.ocrTaken, locale, { n: taken })]
  for (const [words, paths] of [
    [batchWords.ocrMissing, missing],
    [batchWords.ocrUnused, unused],
  ] as const) {
    if (paths.length === 0) continue
    lines.push(say(words, locale, { n: paths.length }))
    lines.push(...paths.slice(0, namedCount).map((path) => `  ${oneLine(path)}`))
    if (paths.length > namedCount) lines.push(say(batchWords.moreFound, locale, { count: paths.length - namedCount }))
  }
  return lines
}

/** Tells a person on standard error, or a program on standard output, what a run does. */
export function reporterOf(
  terminal: Terminal,
  { json }: { json: boolean },
): { event(event: BatchEvent): void; end(): Promise<void> } {
  const { locale } = terminal
  const progress = progressOf(() => performance.now())
  let waiting = ''
  let written: Promise<void> = Promise.resolve()
  /** Events come in groups, as lines of the journal share a sync: they are written as one. */
  const write = (event: BatchEvent): void => {
    if (waiting === '')
      written = written.then(() => {
        const lines = waiting
        waiting = ''
        return terminal.write(lines)
      })
    waiting += `${JSON.stringify(event)}\n`
  }
  const watched = process.stderr.isTTY === true
  const show = (): void => {
    const line = say(batchWords.progress, locale, progress.data())
    if (watched) terminal.progress(line)
    else if (!json) terminal.tell(line)
  }
  const timer = setInterval(show, watched ? watchedInterval : unwatchedInterval)
  const tell = (event: BatchEvent): void => {
    if (event.event === 'failed' || event.event === 'retry') {
      const line = event.event === 'failed' ? 'failed' : event.alone ? 'retryAlone' : 'retry'
      const reason =
        event.event === 'failed' ? reasonOf(event, event.path, locale) : say(reasonWords[event.reason], locale)
      terminal.tell(oneLine(say(batchWords[line], locale, { path: event.path, reason })))
    }
    if (event.event === 'ocr') for (const line of ocrLines(event, locale)) terminal.tell(line)
    if (event.event === 'end') for (const line of summaryLines(event, terminal)) terminal.tell(line)
  }
  return {
    event: (event) => {
      progress.count(event)
      if (json) write(event)
      else tell(event)
    },
    end: async () => {
      clearInterval(timer)
      terminal.progress('')
      await written
    },
  }
}
