import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { xlsxWriter } from './xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a text longer than a cell holds ends in … and is counted; what looks like a sign of Excel for a character is none', async () => {
  const path = join(folder, 'book.xlsx')
  const columns = [{ name: 'text', type: 'text', about: 'text' }] as const
  const writer = await xlsxWriter(path, [{ name: 'notes', about: 'notes', columns: [...columns] }])
  const long = '長'.repeat(40_000)
  await writer.add('notes', [{ text: long }, { text: '短い' }, { text: '改行は _x000D_ と書く' }])
  expect(writer.cutTexts?.()).toBe(1)
  await writer.end()
  const sheets = await readWorkbook(path, { trim: false })
  const cells = sheets
    .find(({ sheet }) => sheet === 'notes')
    ?.data.slice(1)
    .flat()
  expect(cells?.[0]).toBe(`${'長'.repeat(32_766)}…`)
  expect(cells?.[1]).toBe('短い')
  expect(cells?.[2]).toBe('改行は _x000D_ と書く')
})
