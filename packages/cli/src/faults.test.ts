import { UnreadableError } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { faultLine } from './faults.ts'

const system = (code: string): Error => Object.assign(new Error(`${code}: at\nlength`), { code })

test.each([
  [system('ENOENT'), 'kyoyaku: a.txt: no such file; check the path'],
  [system('EISDIR'), 'kyoyaku: a.txt: is a folder; name the files in it, or read them all with kyoyaku batch'],
  [system('EEXIST'), 'kyoyaku: a.txt: has a file where a folder should be; check the path'],
  [system('ENOTDIR'), 'kyoyaku: a.txt: has a file where a folder should be; check the path'],
  [system('ELOOP'), 'kyoyaku: a.txt: is a link that leads back to itself; check where it leads'],
  [system('NO_PLACE'), 'kyoyaku: a.txt: nothing can be written there; name another place'],
  [
    system('NOT_RECOGNISED'),
    'kyoyaku: a.txt: holds no recognised text; name a file of ALTO, hOCR, PAGE XML or NDLOCR with --ocr',
  ],
  [system('NOT_IMAGE'), 'kyoyaku: a.txt: is no image (PDF, PNG, JPEG, TIFF); leave out --ocr'],
  [system('OVER_FOLDER'), 'kyoyaku: a.txt: is a folder; name a file to write to with -o'],
  [system('EIO'), 'kyoyaku: a.txt: failed: EIO: at length'],
  [new UnreadableError('empty'), 'kyoyaku: a.txt: holds no characters; name a file with text in it'],
  [new UnreadableError('binary'), 'kyoyaku: a.txt: is not text; convert it to text first'],
  [
    new UnreadableError('too-large', { size: 2 ** 31, limit: 2 ** 28 }),
    'kyoyaku: a.txt: is too large (the limit is 256 MB); split it',
  ],
  [
    new UnreadableError('too-large', { kind: 'png', size: 900_000_000, limit: 140_000_000 }),
    'kyoyaku: a.txt: has too many pixels (the limit is 140 million); save it at a lower resolution',
  ],
  [
    system('ENGINE_MISSING'),
    'kyoyaku: a.txt: tesseract with a Japanese model is not installed; apt-get install tesseract-ocr tesseract-ocr-script-jpan, or leave out --engine',
  ],
])('%s in English', (error, line) => expect(faultLine('a.txt', error, 'en')).toBe(line))

test.each([
  ['a.docx', 'zip', '（DOCX）'],
  ['a.xls', 'ole', '（XLS）'],
  ['a.zip', 'zip', 'kyoyaku batch'],
])('%s is told by the name that people know', (path, kind, words) =>
  expect(faultLine(path, new UnreadableError('unsupported', { kind }), 'ja')).toContain(words),
)

test('whatever a file is called, it is one line', () =>
  expect(faultLine('a\n\u001b[2Jb.txt', system('ENOENT'), 'en')).toBe(
    'kyoyaku: a [2Jb.txt: no such file; check the path',
  ))

test('what a file is stands in the line', () =>
  expect(faultLine('a.pdf', new UnreadableError('unsupported', { kind: 'pdf' }), 'ja')).toContain('（PDF）'))
