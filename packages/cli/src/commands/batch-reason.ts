import type { FailureReason } from '@kyoyaku/batch'
import { formatName } from '../faults.ts'
import { type Locale, say } from '../locale.ts'
import { batchWords, reasonWords } from './batch-words.ts'

/** What a batch saw of a failure, as the journal keeps it, in Japanese. Other messages are those of libraries and of the system. */
const seen: readonly [RegExp, string][] = [
  [/^its name leaves the archive$/u, '書庫の外を指す名前です'],
  [/^the archive holds too much$/u, '書庫の中身が多すぎます'],
  [/^unpacks to (\d+) times its size$/u, '展開すると $1 倍になります'],
  [/^compression method (\d+)$/u, '圧縮方式 $1'],
  [/^a link$/u, 'リンクです'],
  [/^a link that leads nowhere$/u, 'リンクの先がありません'],
  [/^a pipe or a device$/u, 'パイプか装置です'],
  [/^End of central directory record signature not found.*$/su, '書庫の終わりがありません'],
  // What zlib says of a stream that it cannot follow.
  [
    /^(?:invalid (?:distance|block|stored|code|bit|literal|window)|incorrect (?:data|header|length) check|unexpected end of file).*$/su,
    '圧縮されたデータを展開できません',
  ],
  [/^both (.+) and (.+) fit$/u, '$1 と $2 のどちらも名前が合います'],
  [/^(.+) fits documents in several folders$/u, '$1 の名前がいくつものフォルダーの文書に合います'],
  [/^nothing matches$/u, '当てはまるファイルがありません'],
  [/^took more than ([\d.]+) s$/u, '$1 秒'],
  [/^took more than ([\d.]+) s after page image (\d+)$/u, '$2 枚目の画像の後 $1 秒'],
  [/^used (\d+) MB$/u, '$1 MB'],
  [/^(\d+) bytes(?: unpacked)?$/u, '$1 バイト'],
]

/** Messages that say no more than the reason. */
const needless = new Set(['encrypted', 'changed after the run began', 'the heap was full', ''])

/** What faults of reading call a format. */
const format = /^[a-z]{2,5}$/u

/** A file that goes with the document, and what is wrong with it. */
const ofOther = /^(.+): ([a-z-]+)$/u
const isReason = (name: string | undefined): name is FailureReason =>
  name !== undefined && Object.hasOwn(reasonWords, name)

function detailOf(message: string, path: string, locale: Locale): string {
  const [, other, reason] = ofOther.exec(message) ?? []
  if (isReason(reason)) return `${other}: ${say(reasonWords[reason], locale)}`
  if (needless.has(message)) return ''
  if (format.test(message)) return formatName(message, path)
  if (locale === 'en') return message
  const [pattern, words] = seen.find(([known]) => known.test(message)) ?? []
  return pattern && words ? message.replace(pattern, words) : message
}

/** Why a file has no result, and what was seen of that. */
export function reasonOf(
  { reason, message }: { reason: FailureReason; message: string },
  path: string,
  locale: Locale,
): string {
  const detail = detailOf(message, path, locale)
  return say(reasonWords[reason], locale) + (detail === '' ? '' : say(batchWords.detail, locale, { detail }))
}
