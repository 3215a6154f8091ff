import type { JournalQueue } from '@kyoyaku/batch'
import { type Locale, say } from '../locale.ts'
import { batchWords, oneLine, reasonWords } from './batch-words.ts'

/** So many are named; the others would push the summary off the screen. */
const namedCount = 10

/** The files of a folder that have no result, of this run and of those before it, the first ones with their reasons. */
export function failureLines(
  { paths }: JournalQueue['index'],
  { dir, retriable, locale }: { dir: string; retriable: boolean; locale: Locale },
): string[] {
  const failed = [...paths].flatMap(([path, state]) =>
    state.status === 'failed' ? [{ path, reason: say(reasonWords[state.failure.reason], locale) }] : [],
  )
  const more = failed.length - namedCount
  return [
    ...(failed.length > 0 ? [say(batchWords.withoutResult, locale, { count: failed.length })] : []),
    ...failed.slice(0, namedCount).map(({ path, reason }) => `  ${oneLine(path)}: ${reason}`),
    ...(more > 0 ? [say(batchWords.moreWithout, locale, { count: more, dir })] : []),
    ...(retriable ? [say(batchWords.retriable, locale)] : []),
  ]
}
