import type { FailureReason } from '@kyoyaku/batch'
import type { Words } from '../locale.ts'

/** Why a document has no result, for a person. */
export const reasonWords: Readonly<Record<FailureReason, Words>> = {
  binary: { ja: 'テキストではありません', en: 'is not text' },
  changed: { ja: '実行中に変わりました', en: 'changed during the run' },
  crash: { ja: '読み取りプロセスが異常終了しました', en: 'crashed the process that read it' },
  damaged: { ja: '壊れています', en: 'is damaged' },
  denied: { ja: '読む権限がありません', en: 'permission denied' },
  empty: { ja: '文字がありません', en: 'is empty' },
  failed: { ja: '読み取りに失敗しました', en: 'failed' },
  input: { ja: '読み込みに失敗しました', en: 'could not be read from its disk' },
  locked: { ja: 'パスワードで保護されています', en: 'is protected by a password' },
  lost: { ja: '読み取りプロセスが外から止められました', en: 'lost: its process was ended from outside' },
  memory: { ja: 'メモリーの上限を超えました', en: 'took more memory than allowed' },
  missing: { ja: 'ファイルがありません', en: 'no such file' },
  ocr: { ja: '一緒に使う OCR の XML が使えません', en: 'its file of recognised text cannot be used' },
  refused: { ja: '安全のため読みません', en: 'refused for safety' },
  'time-out': { ja: '制限時間を超えました', en: 'took more time than allowed' },
  'too-large': { ja: '大きすぎます', en: 'is too large' },
  undecodable: { ja: '文字コードが分かりません', en: 'is in no known encoding' },
  unsupported: { ja: 'この版では読めない形式です', en: 'is of a format that this build does not read' },
}

/** A name as a shell takes it. */
export const quoted = (name: string): string => (/^[\p{L}\p{M}\p{N}._/:\\~-]+$/u.test(name) ? name : `"${name}"`)

export const batchWords = {
  failed: { ja: 'kyoyaku: {path}: {reason}', en: 'kyoyaku: {path}: {reason}' },
  detail: { ja: '（{detail}）', en: ' ({detail})' },
  retry: {
    ja: 'kyoyaku: {path}: {reason}。もう一度読み取ります',
    en: 'kyoyaku: {path}: {reason}; trying again',
  },
  retryAlone: {
    ja: 'kyoyaku: {path}: {reason}。最後に単独で読み取り直します',
    en: 'kyoyaku: {path}: {reason}; trying again at the end, alone',
  },
  progress: {
    ja: '{ended}/{total} ファイル、{pages} ページ、毎秒 {rate} ファイル、残り {left}、失敗 {failed}',
    en: '{ended}/{total} documents, {pages} pages, {rate} a second, {left} left, {failed} failed',
  },
  total: {
    ja: '{documents} ファイル（{pages} ページ）を {time}で読み取りました',
    en: '{documents} documents ({pages} pages) read in {time}',
  },
  seconds: { ja: '{n} 秒', en: '{n} s' },
  failedNow: { ja: '失敗 {n}', en: '{n} failed' },
  doneBefore: { ja: '前回までに済み {n}', en: '{n} done before' },
  failedBefore: { ja: '前回までに失敗 {n}', en: '{n} failed before' },
  same: { ja: 'ほかと同じ内容 {n}', en: '{n} the same as others' },
  nothingFound: {
    ja: '協約・ビジョンなどが見つからないファイル {files} 件:',
    en: '{files} files in which no agreement, vision or the like was found:',
  },
  moreFound: { ja: '  ほか {count} 件', en: '  and {count} more' },
  written: {
    ja: '結果: {path}（kyoyaku export {dir} --to xlsx で表になります）',
    en: 'results: {path} (kyoyaku export {dir} --to xlsx makes tables of them)',
  },
  interrupted: {
    ja: '中断しました。同じコマンドで続きから再開できます',
    en: 'interrupted; run the same command again to go on',
  },
  kinds: { ja: '種類: {list}', en: 'kinds: {list}' },
  diagnostics: {
    ja: '診断（説明は表 diagnostics）: {list}',
    en: 'diagnostics (explained in the table diagnostics): {list}',
  },
  reasons: { ja: '失敗の理由: {list}', en: 'failures: {list}' },
  withoutResult: { ja: '結果のないファイル {count} 件:', en: '{count} files without a result:' },
  moreWithout: {
    ja: '  ほか {count} 件（kyoyaku export {dir} --to csv の表 files に全部あります）',
    en: '  and {count} more (kyoyaku export {dir} --to csv has all in its table files)',
  },
  convert: {
    ja: '読めるのはテキスト・PDF・PNG・JPEG・TIFF・OCR の XML です。Word や Excel の文書は PDF に変換してください',
    en: 'what is read is text, PDF, PNG, JPEG, TIFF and OCR XML; convert other documents to PDF',
  },
  retriable: {
    ja: '前に失敗したものは --retry-failed でもう一度読み取ります',
    en: 'what failed before is taken up again with --retry-failed',
  },
  nothing: {
    ja: '読み取るファイルがありません。指定したフォルダーの中を確認してください',
    en: 'there is no file to read; check what is in the folders that were named',
  },
  ocrTaken: { ja: 'OCR の XML を使うファイル {n}', en: '{n} files with recognised text of their own' },
  ocrMissing: {
    ja: 'OCR の XML が見つからない画像・PDF {n} 件（ないまま読み取ります）:',
    en: '{n} images and PDFs for which there is no recognised text (they are read without):',
  },
  ocrUnused: {
    ja: 'どの文書の名前とも合わない OCR の XML {n} 件:',
    en: '{n} files of recognised text that bear the name of no document:',
  },
  slowest: { ja: '時間のかかったファイル:', en: 'slowest:' },
} as const satisfies Record<string, Words>
