import { FolderInUseError, PoolStartError, type Summary } from '@kyoyaku/batch'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'

const words = {
  inUse: {
    ja: 'kyoyaku: {dir}: 別の実行がこのフォルダーを使っています',
    en: 'kyoyaku: {dir}: another run is using this folder',
  },
  notFolder: {
    ja: 'kyoyaku: {dir}: 同じ名前のファイルがあります。結果のフォルダーには別の名前を指定してください',
    en: 'kyoyaku: {dir}: there is a file of this name; give the folder of the results another one',
  },
  noStart: {
    ja: 'kyoyaku: 読み取りプロセスを始められません（{message}）。--memory を増やしてみてください',
    en: 'kyoyaku: the reading processes do not start ({message}); try more --memory',
  },
  noServer: {
    ja: 'kyoyaku: {url}: データベースに接続できません（{message}）',
    en: 'kyoyaku: {url}: the database cannot be reached ({message})',
  },
} as const satisfies Record<string, Words>

/** Exit status of a run whose documents did not all become results, and of one that was interrupted. */
const documentsFailedStatus = 1
export const interruptedStatus = 130

/** Ends with the first Ctrl-C; a second one ends the process as it would without anybody listening. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

export const statusOf = ({ failed, skipped, interrupted }: Summary & { interrupted: boolean }): number =>
  interrupted ? interruptedStatus : failed + skipped.failed > 0 ? documentsFailedStatus : 0

/** A URL without the password in it. */
function shownUrl(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return url
  if (parsed.password !== '') parsed.password = '***'
  return parsed.href
}

/** Codes of the driver and of PostgreSQL itself: five characters that start with a digit. */
const isDatabaseFault = (error: unknown): boolean =>
  /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|[0-9][0-9A-Z]{4})$/u.test(String((error as { code?: unknown }).code))

/** What a system says of a file where a folder is wanted. */
const inTheWay = new Set(['EEXIST', 'ENOTDIR'])

/** One line for what keeps a whole run from going on. */
export function runFault(
  terminal: Terminal,
  place: { dir?: string; url?: string | undefined },
  error: unknown,
): number {
  const { locale } = terminal
  const { dir = '', url } = place
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ')
  if (error instanceof FolderInUseError) terminal.tell(say(words.inUse, locale, { dir }))
  else if (dir !== '' && inTheWay.has(String((error as { code?: unknown }).code)))
    terminal.tell(say(words.notFolder, locale, { dir }))
  else if (error instanceof PoolStartError) terminal.tell(say(words.noStart, locale, { message }))
  else if (url !== undefined && isDatabaseFault(error))
    terminal.tell(
      say(words.noServer, locale, { url: shownUrl(url), message: message || (error as { code?: string }).code }),
    )
  else terminal.tell(faultLine(dir || shownUrl(url ?? ''), error, locale))
  return failedStatus
}
