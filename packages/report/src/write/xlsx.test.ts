import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cellOf } from '../paper/lines.ts'
import type { Paper } from '../paper/paper.ts'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision } from '../testing/revise.ts'
import { xlsxOf } from './xlsx.ts'

/** The parts of a workbook that are XML, by name. */
async function parts(paper: Paper): Promise<Record<string, string>> {
  const files = unzipSync(await xlsxOf(paper))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const paperOf = (...texts: string[]): Paper => ({
  title: 't',
  locale: 'ja',
  blocks: [
    {
      kind: 'table',
      caption: 'c',
      columns: [{ heading: 'h', share: 1 }],
      rows: texts.map((text) => ({ start: true, cells: [cellOf(text)] })),
    },
  ],
})

describe('an Excel workbook', () => {
  const vision = fixtureRevision('vision/old.txt', 'vision/new.txt').then((r) => parts(revisionPaper(r)))

  test('has a sheet a table', async () => {
    const names = [...((await vision)['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(
      ([, n]) => n,
    )
    expect(names).toEqual([
      '事務事業の件数',
      '新規・終了・変更の事務事業',
      '年度別の事業費の増減',
      '事務事業ごとの連携市町',
      '指標の旧と新',
      '新旧対照表',
    ])
  })

  test('holds sums as numbers, in thousand yen', async () => {
    const sheet = (await vision)['xl/worksheets/sheet3.xml'] ?? ''
    const numbers = [...sheet.matchAll(/<c r="\w+"(?: s="\d+")?(?: t="n")?><v>([^<]*)<\/v>/gu)].map(([, v]) =>
      Number(v),
    )
    expect(numbers).toEqual(expect.arrayContaining([600, 1800, -7500, 17500]))
  })

  test('underlines within cells what changed', async () => {
    const strings = (await vision)['xl/sharedStrings.xml'] ?? ''
    expect(strings).toMatch(/<rPr>(?:(?!<\/rPr>).)*<u\/>(?:(?!<\/rPr>).)*<\/rPr><t[^>]*>御殿場市<\/t>/u)
  })

  test('is A4 lying, with the headings on every page', async () => {
    const { 'xl/worksheets/sheet6.xml': sheet = '', 'xl/workbook.xml': book = '' } = await vision
    expect(sheet).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup [^>]*orientation="landscape"[^>]*paperSize="9"/u,
    )
    expect(book).toContain('_xlnm.Print_Titles')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', '{=1}'])(
    '%j is text, no formula',
    async (text) => {
      const files = await parts(paperOf(text))
      expect(Object.values(files).join('')).not.toMatch(/<f[ >]/u)
      expect(files['xl/sharedStrings.xml']).toContain('<t')
    },
  )

  test('cuts what is longer than a cell may be', async () => {
    const files = await parts(paperOf('長'.repeat(40_000)))
    expect(
      Math.max(
        ...[...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)</gu)].map(([, t = '']) => t.length),
      ),
    ).toBeLessThan(32_767)
  })
})
