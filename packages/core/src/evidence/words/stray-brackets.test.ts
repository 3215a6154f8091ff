import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

test.each([
  ['（費用の負担）】', '（費用の負担）'],
  ['（費用の負担））', '（費用の負担）'],
  ['（費用の負担）〉', '（費用の負担）'],
  ['（費用の負担） 」', '（費用の負担）'],
  ['（費用の負担）', '（費用の負担）'],
  ['（費用（経費）の負担）', '（費用（経費）の負担）'],
  ['（費用の負担）は、別に定める】', '（費用の負担）は、別に定める】'],
  ['【負担は、次の\n（別に定めるものをいう。）】', '【負担は、次の\n（別に定めるものをいう。）】'],
])('a bracket behind a caption that closes nothing: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  ['位1》　観光の振興', '(1)　観光の振興'],
  ['(1}観光の振興', '(1)観光の振興'],
  ['C1) 観光の振興', '(1) 観光の振興'],
  ['C1l 観光の振興', '(1) 観光の振興'],
  ['{1}　観光の振興', '{1}　観光の振興'],
  ['C1　観光の振興', 'C1　観光の振興'],
])('brackets of a number that are no pair: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))
