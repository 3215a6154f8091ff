import { expect, test } from 'vitest'
import { reasonOf } from './batch-reason.ts'
import { quoted } from './batch-words.ts'

test.each([
  ['unsupported', 'zip', '案.docx', 'この版では読めない形式です（DOCX）'],
  ['unsupported', 'ole', '案', 'この版では読めない形式です（OLE）'],
  ['damaged', 'pdf', 'a.pdf', '壊れています（PDF）'],
  ['refused', 'its name leaves the archive', 'a.zip!/../b', '安全のため読みません（書庫の外を指す名前です）'],
  ['refused', 'unpacks to 900 times its size', 'a.zip!/b', '安全のため読みません（展開すると 900 倍になります）'],
  ['time-out', 'took more than 600 s', 'a.pdf', '制限時間を超えました（600 秒）'],
  ['locked', 'encrypted', 'a.zip!/b', 'パスワードで保護されています'],
  [
    'damaged',
    'End of central directory record signature not found. Either not a zip file, or file is truncated.',
    'a.zip',
    '壊れています（書庫の終わりがありません）',
  ],
  ['damaged', 'invalid distance too far back', 'a.zip!/b', '壊れています（圧縮されたデータを展開できません）'],
  ['failed', 'x is not a function', 'a.txt', '読み取りに失敗しました（x is not a function）'],
] as const)('%s, %s: %s', (reason, message, path, words) =>
  expect(reasonOf({ reason, message }, path, 'ja')).toBe(words),
)

test.each([
  ['結果/令和4年', '結果/令和4年'],
  ['結果 2', '"結果 2"'],
  ['C:\\results', 'C:\\results'],
])('a shell takes %s as %s', (name, words) => expect(quoted(name)).toBe(words))
