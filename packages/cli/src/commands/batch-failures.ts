import type { JournalQueue } from '@kyoyaku/batch'
import { type Locale, say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { reasonOf } from './batch-reason.ts'
import { batchWords, quoted } from './batch-words.ts'

/** So many are named; the others would push the summary off the screen. */
const namedCount = 10

/** The files of a folder that have no result, of this run and of those before it, the first ones with their reasons. */
export function failureLines(
  { paths }: JournalQueue['index'],
  { dir, retriable, locale }: { dir: string; retriable: boolean; locale: Locale },
): string[] {
  const failed = [...paths].flatMap(([path, state]) =>
    state.status === 'failed' ? [{ path, failure: state.failure }] : [],
  )
  const more = failed.length - namedCount
  return [
    ...(failed.length > 0 ? [say(batchWords.withoutResult, locale, { count: failed.length })] : []),
    ...failed
      .slice(0, namedCount)
      .map(({ path, failure }) => oneLine(`${path}: ${reasonOf(failure, path, locale)}`))
      .map((line) => `  ${line}`),
    ...(more > 0 ? [say(batchWords.moreWithout, locale, { count: more, dir: quoted(dir) })] : []),
    ...(failed.some(({ failure }) => failure.reason === 'unsupported') ? [say(batchWords.convert, locale)] : []),
    ...(retriable ? [say(batchWords.retriable, locale)] : []),
  ]
}
