import { readText } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { contrastColumns } from './diff-columns.ts'

const read = async (text: string) => contrastColumns(await readText(new TextEncoder().encode(text), '対照表.txt'))
const columns = async (text: string) => {
  const found = await read(text)
  return found && 'strayLine' in found ? undefined : found
}

test('both columns of a 新旧対照表 are versions; what one leaves out it has as the other has it', async () => {
  const found = await columns(
    [
      '山辺と川辺の協約の一部を変更する協約　新旧対照表',
      '',
      '改正後\t改正前',
      '（費用）\t（費用）',
      '第４条　費用は、人口に応じて負担する。\t第４条　費用は、等しく負担する。',
      '２　略\t２　補助金は、控除する。',
      '（公開）\t（新設）',
      '第５条　資料は、公開する。\t',
    ].join('\n'),
  )
  expect(found?.old.split('\n').filter(Boolean)).toEqual([
    '山辺と川辺の協約',
    '第１条　略',
    '（費用）',
    '第４条　費用は、等しく負担する。',
    '２　補助金は、控除する。',
  ])
  expect(found?.new.split('\n').filter(Boolean).slice(2)).toEqual([
    '（費用）',
    '第４条　費用は、人口に応じて負担する。',
    '２　補助金は、控除する。',
    '（公開）',
    '第５条　資料は、公開する。',
  ])
})

test('cells with line breaks are read in quotation marks; without these no one knows whose the lines are', async () => {
  const cell = (quote: string, times: string): string =>
    `${quote}（会議）\n第６条　会議は、毎年度${times}開く。\n２　会議は、公開する。${quote}`
  const table = (quote: string): string =>
    `対照表\n\n改正前\t改正後\n${cell(quote, '１回')}\t${cell(quote, '２回')}\n第７条　略\t第７条　略\n`
  const found = await columns(table('"'))
  expect(found?.old.split('\n').filter(Boolean).slice(2)).toEqual([
    '（会議）',
    '第６条　会議は、毎年度１回開く。',
    '２　会議は、公開する。',
    '第７条　略',
  ])
  expect(found?.new).toContain('毎年度２回')
  expect(await read(table(''))).toEqual({ strayLine: 4 })
})

test('columns that spaces keep apart are read where most of them begin', async () => {
  const found = await columns(
    [
      '　　　　　　　改　正　案　　　　　　　　　　　　　　現　行',
      '',
      '第１条　この規約は、事務を管理する　　　　第１条　この規約は、事務を処理する',
      '　ことを目的とする。　　　　　　　　　　　　ことを目的とする。',
      '第２条　事務は、甲が行う。　　　　　　　　（新設）',
    ].join('\n'),
  )
  expect(found?.old).toContain('事務を処理する')
  expect(found?.old).not.toContain('管理')
  expect(found?.new).toContain('第２条　事務は、甲が行う。')
  expect(found?.old).not.toContain('第２条')
})

test('a document without such columns is none', async () => {
  expect(await columns('山辺の規約\n\n第１条　改正前の規約は、廃止する。\n')).toBeUndefined()
})
