import type { Words } from '../locale.ts'

/** What a comparison of folders says of itself, in its index and on the terminal. */
export const diffBatchWords = {
  twoFolders: {
    ja: '--batch には旧と新の二つのフォルダーを指定してください',
    en: '--batch takes two folders, the old one and the new one',
  },
  noDocuments: {
    ja: 'kyoyaku: {dir}: 比べる文書がありません。フォルダーを確認してください',
    en: 'kyoyaku: {dir}: holds no document to compare; check the folder',
  },
  needsOutput: {
    ja: '--format {format} には結果のフォルダー -o DIR が要ります（端末に出せるのは text と json です）',
    en: '--format {format} needs a folder for its files, -o DIR; text and json can be printed',
  },
  title: { ja: '新旧の文書の対照一覧', en: 'Documents of two folders' },
  folders: { ja: '旧: {old}　新: {new}', en: 'old: {old}  new: {new}' },
  counts: {
    ja: '対になった文書 {pairs}（変更あり {changed}、変更なし {unchanged}、比べられず {broken}）、新だけ {added}、旧だけ {deleted}、読めないファイル {failed}、文書のないファイル {empty}',
    en: '{pairs} pairs ({changed} changed, {unchanged} unchanged, {broken} not compared), {added} only in the new folder, {deleted} only in the old one, {failed} unreadable files, {empty} without documents',
  },
  pairs: { ja: '対になった文書', en: 'Pairs' },
  onlyNew: { ja: '新だけにある文書', en: 'Only in the new folder' },
  onlyOld: { ja: '旧だけにある文書', en: 'Only in the old folder' },
  failures: { ja: '読めなかったファイル', en: 'Files that could not be read' },
  emptyFiles: { ja: '文書が見つからなかったファイル', en: 'Files without documents' },
  status: { ja: '状態', en: 'status' },
  kind: { ja: '種類', en: 'kind' },
  document: { ja: '文書', en: 'document' },
  parties: { ja: '当事者', en: 'parties' },
  oldFile: { ja: '旧ファイル', en: 'old file' },
  newFile: { ja: '新ファイル', en: 'new file' },
  oldTitle: { ja: '旧題名', en: 'old title' },
  newTitle: { ja: '新題名', en: 'new title' },
  file: { ja: 'ファイル', en: 'file' },
  side: { ja: '新旧', en: 'side' },
  old: { ja: '旧', en: 'old' },
  new: { ja: '新', en: 'new' },
  changes: { ja: '変更の概要', en: 'changes' },
  likeness: { ja: '一致度', en: 'likeness' },
  paper: { ja: '対照表', en: 'paper' },
  reason: { ja: '理由', en: 'reason' },
  changed: { ja: '変更あり', en: 'changed' },
  unchanged: { ja: '変更なし', en: 'unchanged' },
  added: { ja: '新だけ', en: 'only new' },
  deleted: { ja: '旧だけ', en: 'only old' },
  broken: { ja: '比べられず', en: 'not compared' },
  numbered: { ja: '（{n}番目）', en: ' (no. {n})' },
  interrupted: { ja: 'kyoyaku: 中断しました', en: 'kyoyaku: interrupted' },
} as const satisfies Record<string, Words>

/** Parts of a comparison's summary in the order in which they are told, with the names of what they count. */
export const summaryParts = [
  ['articles', { ja: '条', en: 'articles' }],
  ['supplementary', { ja: '附則', en: 'supplementary' }],
  ['appendedTables', { ja: '別表', en: 'appended tables' }],
  ['initiatives', { ja: '取組', en: 'initiatives' }],
  ['indicators', { ja: '圏域等の指標', en: 'indicators of the region' }],
  ['projects', { ja: '事務事業', en: 'projects' }],
] as const satisfies readonly (readonly [string, Words])[]

export const summaryCounts = [
  ['changed', { ja: '変更', en: 'changed' }],
  ['added', { ja: '新規', en: 'added' }],
  ['deleted', { ja: '削除', en: 'deleted' }],
  ['joined', { ja: '加入', en: 'joined' }],
  ['left', { ja: '離脱', en: 'left' }],
] as const satisfies readonly (readonly [string, Words])[]

export const summaryOthers = [
  ['texts', { ja: 'その他の記載', en: 'other text' }],
  ['noise', { ja: '書き方・読み取りの違い', en: 'other writing or misread' }],
] as const satisfies readonly (readonly [string, Words])[]
