import { describe, expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'
import { say } from './locale.ts'

const read = (line: string): unknown => {
  const result = readCommandLine(line.split(' ').filter((word) => word !== ''))
  return 'words' in result ? say(result.words, 'en', result.data) : result
}

describe('reads a command, its operands and options in any order', () => {
  test.each([
    ['parse a.txt b.txt', { command: 'parse', operands: ['a.txt', 'b.txt'], values: {} }],
    [
      'parse a.txt -f json -o out',
      { command: 'parse', operands: ['a.txt'], values: { format: 'json', output: 'out' } },
    ],
    ['--locale=ja check -', { command: 'check', operands: ['-'], values: { locale: 'ja' } }],
    ['parse -- -f', { command: 'parse', operands: ['-f'], values: {} }],
    [
      'check a.tiff --engine tesseract.js',
      { command: 'check', operands: ['a.tiff'], values: { engine: 'tesseract.js' } },
    ],
    ['schema', { command: 'schema', operands: [], values: {} }],
    ['parse -h', { command: 'parse', operands: [], values: { help: '' } }],
    ['-V', { command: undefined, operands: [], values: { version: '' } }],
  ])('%s', (line, expected) => expect(read(line)).toEqual(expected))
})

describe('says what is wrong with', () => {
  test.each([
    ['prase a', 'unknown command prase'],
    ['parse', 'FILE... is missing'],
    ['diff - -', 'standard input (-) can be named once'],
    ['schema a b', 'one argument too many: b'],
    ['parse a --foo', 'unknown option --foo'],
    ['check a -f json', 'unknown option -f'],
    ['parse a -f', '-f needs a value'],
    ['parse a --help=x', '--help takes no value'],
    ['parse a -f xml', '-f cannot be xml; it is one of json, ndjson, text'],
    ['tables a --engine x', '--engine cannot be x; it is one of auto, tesseract.js, tesseract'],
    ['batch a -o b -j 1.5', '-j takes a whole number from 1 to 1000, not 1.5'],
    ['batch a -o b --timeout 0', '--timeout takes a number above zero, up to 1000000, not 0'],
    ['batch a -o b --memory Infinity', '--memory takes a number above zero, up to 1000000, not Infinity'],
    ['parse a --output=', '--output needs a value'],
    ['parse a --locale fr', '--locale cannot be fr; it is one of ja, en'],
  ])('%s', (line, expected) => expect(read(line)).toBe(expected))
})

test('an empty argument is no path', () => expect(readCommandLine(['batch', '', '-o', 'out'])).toHaveProperty('words'))
