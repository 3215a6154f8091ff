import { expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'
import { usageLines } from './usage-fault.ts'

const lines = (line: string): string[] => {
  const read = readCommandLine(line.split(' '))
  return 'words' in read ? usageLines(read, 'en') : []
}

test.each([
  ['prase a', 'kyoyaku: unknown command prase; did you mean parse?', 'how to use it: kyoyaku --help'],
  [
    'parse a --fromat json',
    'kyoyaku: unknown option --fromat; did you mean --format?',
    'how to use it: kyoyaku parse --help',
  ],
  ['check a -f json', 'kyoyaku: unknown option -f', 'how to use it: kyoyaku check --help'],
  ['協約.txt', 'kyoyaku: unknown command 協約.txt', 'how to use it: kyoyaku --help'],
])('%s', (line, ...expected) => expect(lines(line)).toEqual(expected))

test('a long name is looked at no further', () => expect(lines(`parse a --${'x'.repeat(100_000)}`)[0]).toMatch(/x$/u))
