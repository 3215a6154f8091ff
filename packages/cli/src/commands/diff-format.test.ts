import { describe, expect, test } from 'vitest'
import { chosenDiffFormat, wrongEnding } from './diff-format.ts'

describe('the format of what is written', () => {
  test.each([
    ['a.docx', 'docx'],
    ['a.DOCX', 'docx'],
    ['a.htm', 'html'],
    ['a.txt', 'text'],
    ['a', 'text'],
    ['変更.第2版', 'text'],
    ['変更.2026', 'text'],
  ])('%s => %s', (output, format) => {
    expect(wrongEnding(output, undefined)).toBeUndefined()
    expect(chosenDiffFormat(undefined, output)).toBe(format)
  })

  test.each([
    ['a.pdf', undefined, 'pdf'],
    ['a.foo', undefined, 'foo'],
    ['a.foo', 'text', undefined],
    ['a.docx', 'xlsx', 'docx'],
    ['a.txt', 'docx', 'txt'],
    ['a.docx', 'amendment', 'docx'],
    ['a.txt', 'amendment', undefined],
    ['a.txt', 'md', undefined],
    ['a.constructor', undefined, 'constructor'],
  ])('a name %s for %s is wrong in its %s', (output, asked, ending) => expect(wrongEnding(output, asked)).toBe(ending))

  test('a command that writes text alone takes no name of another paper', () => {
    expect(wrongEnding('a.txt', undefined, 'text')).toBeUndefined()
    expect(wrongEnding('a.docx', undefined, 'text')).toBe('docx')
    expect(wrongEnding('a.html', undefined, 'text')).toBe('html')
  })
})
