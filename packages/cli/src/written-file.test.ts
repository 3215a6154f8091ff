import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolder, writeWhole } from './written-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-written-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (...names: string[]): string => join(folder, ...names)

function* broken(): Generator<string> {
  yield 'half'
  throw new Error('no more')
}

describe('a file that is written', () => {
  test('comes with the folders above it', () => {
    writeWhole(at('a/b/c.txt'), ['one ', Buffer.from('two')])
    expect(readFileSync(at('a/b/c.txt'), 'utf8')).toBe('one two')
    expect(() => makeFolder(at('a/b'))).not.toThrow()
  })

  test('stays what it was where the new one does not come to its end, and nothing is left beside it', () => {
    mkdirSync(at('kept'))
    writeFileSync(at('kept/x.txt'), 'before')
    expect(() => writeWhole(at('kept/x.txt'), broken())).toThrow('no more')
    expect(() => writeWhole(at('kept/new.txt'), broken())).toThrow('no more')
    expect(readdirSync(at('kept'))).toEqual(['x.txt'])
    expect(readFileSync(at('kept/x.txt'), 'utf8')).toBe('before')
  })

  test('is written where a link leads', () => {
    writeFileSync(at('real.txt'), 'before')
    symlinkSync('real.txt', at('link.txt'))
    writeWhole(at('link.txt'), ['after'])
    expect(readFileSync(at('real.txt'), 'utf8')).toBe('after')
  })

  test.each([
    ['a folder', at(), 'OVER_FOLDER'],
    ['a file as a folder', at('real.txt/x'), 'EEXIST'],
  ])('is refused in the place of %s', (_, target, code) =>
    expect(() => writeWhole(target, ['x'])).toThrow(expect.objectContaining({ code })),
  )

  test.runIf(process.platform === 'linux')('is refused where the system takes none, however deep', () => {
    for (const path of ['/proc/kyoyaku', '/proc/kyoyaku/a/b'])
      expect(() => writeWhole(path, ['x'])).toThrow(expect.objectContaining({ code: 'NO_PLACE' }))
    expect(() => makeFolder('/proc/kyoyaku/a')).toThrow(expect.objectContaining({ code: 'NO_PLACE' }))
    expect(() => writeWhole('/dev/full', ['x'])).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
  })
})
