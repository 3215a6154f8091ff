import { UnreadableError } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { faultLine } from './faults.ts'

const system = (code: string): Error => Object.assign(new Error(`${code}: at\nlength`), { code })

test.each([
  [system('ENOENT'), 'kyoyaku: a.txt: no such file; check the path'],
  [system('EISDIR'), 'kyoyaku: a.txt: is a folder; name the files in it'],
  [system('EIO'), 'kyoyaku: a.txt: failed: EIO: at length'],
  [new UnreadableError('empty'), 'kyoyaku: a.txt: holds no characters; name a file with text in it'],
  [new UnreadableError('binary'), 'kyoyaku: a.txt: is not text; convert it to text first'],
  [
    new UnreadableError('too-large', { size: 2 ** 31, limit: 2 ** 28 }),
    'kyoyaku: a.txt: is too large (the limit is 256 MB); split it',
  ],
])('%s in English', (error, line) => expect(faultLine('a.txt', error, 'en')).toBe(line))

test('what a file is stands in the line', () =>
  expect(faultLine('a.pdf', new UnreadableError('unsupported', { kind: 'pdf' }), 'ja')).toContain('（PDF）'))
