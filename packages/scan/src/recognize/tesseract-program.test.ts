import { afterAll, describe, expect, test } from 'vitest'
import type { CropHint, ReadCharacter } from './recognizer.ts'
import { sample, trimmed } from './samples/sample.ts'
import { findTesseract } from './tesseract-process.ts'
import { tesseractProgram } from './tesseract-program.ts'

const line: CropHint = { alphabet: 'any', layout: 'line' }
const textOf = (characters: readonly ReadCharacter[]) => characters.map((c) => c.value).join('')

const program = await findTesseract()

test('a program that is not there, or is no tesseract, is not found', async () => {
  expect(await findTesseract('no-such-program')).toBeUndefined()
  expect(await findTesseract(process.execPath)).toBeUndefined()
})

test('a program that only fails is said to be broken', async () => {
  const broken = tesseractProgram(
    { version: '', language: 'jpn', stays: false },
    { jobs: 1, command: process.execPath },
  )
  await expect(broken.recognize(await sample('amount'), line)).rejects.toThrow('the model jpn')
  await broken.close()
})

describe.skipIf(!program)('the installed program', () => {
  const recognizer = tesseractProgram(program ?? { version: '', language: '', stays: false }, { jobs: 1 })
  afterAll(() => recognizer.close())

  test('reads lines and blocks that come in at once, each answer to its crop', async () => {
    const [prose, amount, latin, block, empty] = await Promise.all([
      recognizer.recognize(await trimmed('prose'), line),
      recognizer.recognize(await trimmed('amount'), { alphabet: 'amount', layout: 'line' }),
      recognizer.recognize(await trimmed('latin'), line),
      recognizer.recognize(await sample('block'), { alphabet: 'any', layout: 'block' }),
      recognizer.recognize({ width: 0, height: 0, data: new Uint8Array() }, line),
    ])
    expect(textOf(prose)).toBe('地域の市町と協議の上、必要な費用を負担する。')
    expect(textOf(amount)).toBe('12,480千円')
    expect(textOf(latin)).toBe('Open Data Portal')
    expect(textOf(block)).toBe('地域医療の充実を図る。\n公共交通を維持する。')
    expect(empty).toEqual([])
  })
})
