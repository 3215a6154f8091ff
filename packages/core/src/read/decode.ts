import { formatOf } from './magic.ts'
import { sizeLimit, UnreadableError } from './unreadable.ts'

/** Encodings that texts of Japanese offices come in; `shift_jis` is the Windows form, CP932. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

export interface Decoded {
  encoding: Encoding
  /** Without a byte order mark; line ends as they are. */
  text: string
}

/** Characters that the guesses below look at: enough to tell, and the cost stays flat. */
const sampleLength = 100_000

/** Texts taken from PDF leak a control character here and there; at this share of them it is no text. */
const controlShareLimit = 0.02

/**
 * A text of which less than this is of the characters that Japanese is written with was decoded wrongly. Old systems
 * write a fifth of a table in half-width kana; UTF-8 taken for Shift_JIS has a third and more of them.
 */
const plausibleShare = 0.75

const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Undefined where the bytes are not of that encoding. A leading byte order mark is dropped. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const controls = /[\0-\x08\x0e-\x1a\x1c-\x1f]/gu
const isText = (text: string): boolean => {
  const sample = text.slice(0, sampleLength)
  return (sample.match(controls)?.length ?? 0) <= sample.length * controlShareLimit
}

/** Kana, kanji, punctuation, full-width forms, ASCII. Not: half-width kana, private use, accented Latin. */
const ordinary =
  /[\t\n\f\r -~\u2010-\u2027\u2460-\u24ff\u2500-\u25ff\u3000-\u30ff\u3220-\u33ff\u4e00-\u9fff\uff01-\uff5e]/gu
/** What every Japanese text has plenty of, and wrongly decoded ones hardly any. */
const frequent = /[\n ,.0-9、。「」（）０-９ぁ-んァ-ヶー]/gu

/** Shares of ordinary and of frequent characters, 0..2. Each encoding's own text beats its reading as another. */
function plausibility(text: string): number {
  const sample = text.slice(0, sampleLength)
  const ordinaryShare = (sample.match(ordinary)?.length ?? 0) / sample.length
  return ordinaryShare < plausibleShare ? 0 : ordinaryShare + (sample.match(frequent)?.length ?? 0) / sample.length
}

/** Of the readings that the bytes allow, the one that looks most like Japanese. */
function mostPlausible(bytes: Uint8Array, encodings: readonly Encoding[]): Decoded | undefined {
  let best: (Decoded & { score: number }) | undefined
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding)
    if (text === undefined || !isText(text)) continue
    const score = plausibility(text)
    if (score > (best?.score ?? 0)) best = { encoding, text, score }
  }
  return best && { encoding: best.encoding, text: best.text }
}

/** ESC $ or ESC ( opens every stretch of ISO-2022-JP. */
const hasEscape = (bytes: Uint8Array): boolean => {
  for (let i = bytes.indexOf(0x1b); i >= 0; i = bytes.indexOf(0x1b, i + 1))
    if (bytes[i + 1] === 0x24 || bytes[i + 1] === 0x28) return true
  return false
}

/**
 * Tells the encoding by byte order mark, by what the bytes allow and by what the result looks like, and decodes.
 * @throws {UnreadableError} empty, too-large, binary (with its kind where known), undecodable
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new UnreadableError('empty')
  if (bytes.length > sizeLimit) throw new UnreadableError('too-large', { size: bytes.length, limit: sizeLimit })
  const format = formatOf(bytes)
  if (format !== 'text') throw new UnreadableError('binary', { kind: format })
  const decoded = decodeText(bytes)
  if (decoded.text.trim() === '') throw new UnreadableError('empty')
  return decoded
}

function decodeText(bytes: Uint8Array): Decoded {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) {
    const text = strictly(bytes, marked[0])
    if (text === undefined) throw new UnreadableError('undecodable')
    if (!isText(text)) throw new UnreadableError('binary')
    return { encoding: marked[0], text }
  }
  // Every line end of UTF-16 holds a zero byte, and no other text does.
  if (bytes.includes(0)) {
    const wide = mostPlausible(bytes, ['utf-16le', 'utf-16be'])
    if (wide) return wide
    throw new UnreadableError('binary')
  }
  if (hasEscape(bytes)) {
    const escaped = mostPlausible(bytes, ['iso-2022-jp'])
    if (escaped) return escaped
  }
  const text = strictly(bytes, 'utf-8')
  if (text !== undefined) {
    if (!isText(text)) throw new UnreadableError('binary')
    return { encoding: 'utf-8', text }
  }
  const legacy = mostPlausible(bytes, ['shift_jis', 'euc-jp'])
  if (legacy) return legacy
  throw new UnreadableError('undecodable')
}
