import { extname } from 'node:path'
import { type UnreadableCode, UnreadableError } from '@kyoyaku/core/unreadable'
import { type Locale, say, type Words } from './locale.ts'
import { oneLine } from './one-line.ts'

type Fault =
  | UnreadableCode
  | 'pixels'
  | 'archive'
  | 'recognised'
  | 'unrecognised'
  | 'engine'
  | 'document'
  | 'missing'
  | 'folder'
  | 'file'
  | 'output'
  | 'place'
  | 'links'
  | 'denied'
  | 'full'
  | 'failed'

const words: Record<Fault, Words> = {
  missing: {
    ja: 'ファイルがありません。パスを確認してください',
    en: 'no such file; check the path',
  },
  folder: {
    ja: 'フォルダーです。中のファイルを指定するか、kyoyaku batch でまとめて読み取ってください',
    en: 'is a folder; name the files in it, or read them all with kyoyaku batch',
  },
  file: {
    ja: 'フォルダーであるはずのところにファイルがあります。パスを確認してください',
    en: 'has a file where a folder should be; check the path',
  },
  output: {
    ja: 'フォルダーです。-o には書き込むファイルの名前を指定してください',
    en: 'is a folder; name a file to write to with -o',
  },
  place: {
    ja: 'ここには書き込めません。別の場所を指定してください',
    en: 'nothing can be written there; name another place',
  },
  links: {
    ja: 'リンクが互いを指していて、ファイルに行き着きません。リンクの先を確認してください',
    en: 'is a link that leads back to itself; check where it leads',
  },
  denied: {
    ja: '読み書きする権限がありません。権限を確認してください',
    en: 'permission denied; check the rights of the file',
  },
  full: {
    ja: 'ディスクに空きがありません。空きを作ってください',
    en: 'no space left on the disk; make room for the results',
  },
  engine: {
    ja: '指定された文字認識 tesseract（日本語モデル）が入っていません。apt-get install tesseract-ocr tesseract-ocr-script-jpan で入れるか、--engine を省いてください',
    en: 'tesseract with a Japanese model is not installed; apt-get install tesseract-ocr tesseract-ocr-script-jpan, or leave out --engine',
  },
  document: {
    ja: '読み取る文書そのものに上書きすることになります。-o に別の名前を指定してください',
    en: 'is one of the documents themselves; give another name with -o',
  },
  failed: {
    ja: '処理できませんでした（{message}）',
    en: 'failed: {message}',
  },
  empty: {
    ja: '文字がありません。中身のあるファイルを指定してください',
    en: 'holds no characters; name a file with text in it',
  },
  binary: {
    ja: 'テキストではありません{kind}。テキストに変換してから指定してください',
    en: 'is not text{kind}; convert it to text first',
  },
  unsupported: {
    ja: 'この版では読めない形式です{kind}。テキスト・PDF・PNG・JPEG・TIFF・OCR の XML のどれかに変換してから指定してください',
    en: 'is in a format that this build does not read{kind}; convert it to text, PDF, PNG, JPEG, TIFF or OCR XML first',
  },
  archive: {
    ja: '書庫です（{kind}）。kyoyaku batch で中の文書を読み取れます',
    en: 'is an archive ({kind}); kyoyaku batch reads the documents in it',
  },
  recognised: {
    ja: '文字認識の結果ではありません。--ocr には ALTO・hOCR・PAGE XML・NDLOCR のファイルを指定してください',
    en: 'holds no recognised text; name a file of ALTO, hOCR, PAGE XML or NDLOCR with --ocr',
  },
  unrecognised: {
    ja: '--ocr は画像（PDF・PNG・JPEG・TIFF）に使います。--ocr を省いてください',
    en: 'is no image (PDF, PNG, JPEG, TIFF); leave out --ocr',
  },
  damaged: {
    ja: '壊れているため読めません{kind}。元のファイルを確認してください',
    en: 'is damaged{kind} and cannot be read; check the original',
  },
  locked: {
    ja: 'パスワードで保護されています{kind}。保護を外してから指定してください',
    en: 'is protected by a password{kind}; remove the protection first',
  },
  'too-large': {
    ja: '大きすぎます（上限 {limit} MB）。分割してください',
    en: 'is too large (the limit is {limit} MB); split it',
  },
  pixels: {
    ja: '画素が多すぎます（上限 {limit} 百万画素）。解像度を下げてください',
    en: 'has too many pixels (the limit is {limit} million); save it at a lower resolution',
  },
  undecodable: {
    ja: '文字コードが分かりません（UTF-8・UTF-16・Shift_JIS・EUC-JP・ISO-2022-JP のどれでもないか、途中で壊れています）。UTF-8 で保存し直してください',
    en: 'is in no known encoding (UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP) or damaged; save it as UTF-8',
  },
}

/** Code of an error where a result would take the place of a document. */
export const overDocument = 'OVER_DOCUMENT'
/** Code of an error where a result would be written to a file whose name a folder has. */
export const overFolder = 'OVER_FOLDER'
/** Code of an error where a result would be written to a place that takes no files. */
export const noPlace = 'NO_PLACE'

/** Code of an error where `--ocr` names what is no recognised text … */
export const notRecognised = 'NOT_RECOGNISED'
/** … and where it goes with a document that is no image. */
export const notImage = 'NOT_IMAGE'

const systemFaults: Readonly<Record<string, Fault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'file',
  EEXIST: 'file',
  ENAMETOOLONG: 'missing',
  ELOOP: 'links',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  ENGINE_MISSING: 'engine',
  [overDocument]: 'document',
  [overFolder]: 'output',
  [noPlace]: 'place',
  [notRecognised]: 'recognised',
  [notImage]: 'unrecognised',
}

const megabyte = 1024 * 1024
const million = 1_000_000
/** Kinds of files whose size is counted in pixels. */
const images = new Set(['png', 'jpeg', 'tiff'])

/** Office documents are archives and the like inside: people know them by their endings. */
const containers = new Set(['zip', 'ole'])

/** The name of a format as people know it. */
export const formatName = (kind: string, path: string): string =>
  ((containers.has(kind) && extname(path).slice(1)) || kind).toUpperCase().slice(0, 8)

/** What went wrong with a file and what to do about it: one line, whatever was thrown. */
export function faultLine(path: string, error: unknown, locale: Locale): string {
  const line = (fault: Fault, data: Record<string, unknown> = {}): string =>
    `kyoyaku: ${oneLine(path)}: ${say(words[fault], locale, data)}`
  if (error instanceof UnreadableError) {
    const { kind, limit } = error.data
    if (error.code === 'too-large' && kind !== undefined && images.has(kind))
      return line('pixels', { limit: limit === undefined ? undefined : Math.round(limit / million) })
    const name = kind === undefined ? '' : formatName(kind, path)
    if (error.code === 'unsupported' && kind === 'zip' && name === 'ZIP') return line('archive', { kind: name })
    return line(error.code, {
      kind: name === '' ? '' : locale === 'ja' ? `（${name}）` : ` (${name})`,
      limit: limit === undefined ? undefined : Math.round(limit / megabyte),
    })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ')
  return line(systemFaults[code] ?? 'failed', { message })
}
