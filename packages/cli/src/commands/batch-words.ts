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
  refused: { ja: '安全のため読みません', en: 'refused for safety' },
  'time-out': { ja: '制限時間を超えました', en: 'took more time than allowed' },
  'too-large': { ja: '大きすぎます', en: 'is too large' },
  undecodable: { ja: '文字コードが分かりません', en: 'is in no known encoding' },
  unsupported: { ja: 'この版では読めない形式です', en: 'is of a format that this build does not read' },
}

/** Names of files may hold line ends and what moves a terminal's cursor. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ')

export const batchWords = {
  failed: { ja: 'kyoyaku: {path}: {reason}{detail}', en: 'kyoyaku: {path}: {reason}{detail}' },
  detail: { ja: '（{message}）', en: ' ({message})' },
  retry: {
    ja: 'kyoyaku: {path}: {reason}。もう一度読み取ります',
    en: 'kyoyaku: {path}: {reason}; trying again',
  },
  retryAlone: {
    ja: 'kyoyaku: {path}: {reason}。最後に単独で読み取り直します',
    en: 'kyoyaku: {path}: {reason}; trying again at the end, alone',
  },
  progress: {
    ja: '{ended}/{total} 文書、{pages} ページ、毎秒 {rate} 文書、残り {left}、失敗 {failed}',
    en: '{ended}/{total} documents, {pages} pages, {rate} a second, {left} left, {failed} failed',
  },
  total: {
    ja: '{documents} 文書（{pages} ページ）を {seconds} 秒で読み取りました。失敗 {failed}、済み {done}、前に失敗 {before}、同じ内容 {same}',
    en: '{documents} documents ({pages} pages) read in {seconds} s; {failed} failed, {done} done before, {before} failed before, {same} the same as others',
  },
  written: {
    ja: '結果: {path}（kyoyaku export {dir} --to xlsx で表になります）',
    en: 'results: {path} (kyoyaku export {dir} --to xlsx makes tables of them)',
  },
  interrupted: {
    ja: '中断しました。同じコマンドで続きから再開できます',
    en: 'interrupted; run the same command again to go on',
  },
  kinds: { ja: '種類: {list}', en: 'kinds: {list}' },
  diagnostics: { ja: '診断: {list}', en: 'diagnostics: {list}' },
  reasons: { ja: '失敗の理由: {list}', en: 'failures: {list}' },
  withoutResult: { ja: '結果のないファイル {count} 件:', en: '{count} files without a result:' },
  moreWithout: {
    ja: '  ほか {count} 件（kyoyaku export {dir} --to csv の表 files に全部あります）',
    en: '  and {count} more (kyoyaku export {dir} --to csv has all in its table files)',
  },
  retriable: {
    ja: '前に失敗したものは --retry-failed でもう一度読み取ります',
    en: 'what failed before is taken up again with --retry-failed',
  },
  slowest: { ja: '時間のかかった文書:', en: 'slowest:' },
} as const satisfies Record<string, Words>
