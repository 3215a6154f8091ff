import { expect, test } from 'vitest'
import { outputNames } from './output-names.ts'

const names = (...paths: string[]): string[] => [...outputNames(paths, '.json').values()]

test('a result is called like its file', () =>
  expect(names('a/協約.txt', 'b/ビジョン.txt')).toEqual(['協約.json', 'ビジョン.json']))
test('files of one name keep their folders and extensions', () =>
  expect(names('in/a/x.txt', 'in/b/x.txt', 'in/b/x.md', 'y.txt')).toEqual([
    'in/a/x.txt.json',
    'in/b/x.txt.json',
    'in/b/x.md.json',
    'y.json',
  ]))
test('standard input has a name', () => expect(names('-')).toEqual(['stdin.json']))
test('a name that differs in case alone is no other name', () =>
  expect(names('a/X.txt', 'b/x.txt')).toEqual(['a/X.txt.json', 'b/x.txt.json']))
test('names too long for a file system with their ending are cut, and stay apart', () => {
  const [one = '', other = ''] = names(`${'長'.repeat(84)}a.txt`, `${'長'.repeat(84)}b.txt`)
  expect(one).toMatch(/^長{66}-[0-9a-f]{8}\.json$/u)
  expect(other).not.toBe(one)
})
