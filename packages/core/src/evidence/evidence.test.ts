import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../parse/parse.ts'
import { tables } from '../table/tables.ts'
import { correctedBlocks } from './corrected-blocks.ts'
import { recognizedWith } from './noise.ts'
import { asRecognized, correctedLines, tableSource, textSource } from './recognized-text.ts'

const sheet = [
  ['事業名', '合同研修', '', '', ''],
  ['区分', '令和4年度', '令和5年度', '令和6年度', '計'],
  ['事業費', '1,000千円', '2,000千円', '3,000千円', '6,000千円'],
]

test('nothing is corrected in a source that was not recognised', async () => {
  const source = tableSource(sheet.map((row) => row.map((cell) => cell.replace('6,000', '8,000'))))
  expect(correctedBlocks(source).evidence).toBeUndefined()
  expect((await parse(source)).diagnostics.filter((d) => d.code === 'reading-corrected')).toEqual([])
})

test('a correction says what it made of what and by which proof, and points to the raw characters', async () => {
  const source = asRecognized(tableSource(sheet.map((row) => row.map((c) => c.replace('6,000', '8,000')))), {
    unsure: ['8,000'],
  })
  const [correction] = (await parse(source)).diagnostics.filter((d) => d.code === 'reading-corrected')
  expect(correction?.data).toEqual({ from: '8,000', to: '6,000', proof: 'sum' })
  expect(source.text.slice(...(correction?.at?.span ?? [0, 0]))).toBe('8,000')
})

test('what a sum proves is sure, whatever the engine said; what nothing proves is as sure as its least sure character', () => {
  const source = asRecognized(tableSource(sheet), { confidence: 0.6 })
  const cells = tables(source).tables[0]?.cells ?? []
  const confidence = (text: string) => cells.find((c) => c.text === text)?.at?.confidence
  expect([confidence('合同研修'), confidence('事業費')]).toEqual([0.6, 0.6])
  expect(confidence('6,000千円')).toBe(0.6)
})

test.each([
  ['numbers sooner than words', 0.7, ['128']],
  ['words that are as likely wrong', 0.55, ['件数', '128', '名称', '相談', '甲市', '◇']],
  ['marks, and what marks were taken for', 0.75, ['128', '◇']],
])('unsure values are reported: %s', async (_, confidence, reported) => {
  const source = asRecognized(
    tableSource([['件数', '128件'], ['名称', '相談'], ...(reported.includes('◇') ? [['甲市', '◇']] : [])]),
    { confidence },
  )
  const found = (await parse(source)).diagnostics.filter((d) => d.code === 'ocr-low-confidence')
  expect(found.map((d) => d.data?.text)).toEqual(reported)
})

const words = fc.constantFrom(
  '甲及び乙は、',
  '圏域の住民に',
  '第２条（役割）',
  '1,234千円',
  '三朝町、',
  '協力する。',
  'センター',
  '令和４年度',
  '内の資料',
  '\n',
)
const texts = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))

test('a corrected text is not corrected again', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const once = correctedLines(text)
      expect(correctedLines(once)).toBe(once)
    }),
  ))

test('no text makes it throw', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, confidence) => {
        correctedBlocks(asRecognized(textSource(text), { confidence }))
      },
    ),
  ))

/** A sheet of sums whose years and total are drawn at random. */
function sums(seed: number): string[][] {
  let state = seed * 2654435761
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return state
  }
  const rows = Array.from({ length: 6 }, (_, i) => {
    const years = Array.from({ length: 4 }, () => (next() % 90_000) * 10 + 10)
    return [`事業${i + 1}`, ...years, years.reduce((a, b) => a + b, 0)]
  })
  const total = [1, 2, 3, 4, 5].map((c) => rows.reduce((n, row) => n + (row[c] as number), 0))
  return [
    ['事業名', '令和4年度', '令和5年度', '令和6年度', '令和7年度', '計'],
    ...[...rows, ['合計', ...total]].map((row) =>
      row.map((v) => (typeof v === 'number' ? v.toLocaleString('en') : String(v))),
    ),
  ]
}

test('of misread sums nearly all are put right or doubted, and hardly any put wrong', () => {
  const tally = { amounts: 0, misread: 0, right: 0, doubted: 0, silent: 0, wrong: 0 }
  for (let seed = 1; seed <= 40; seed++) {
    const truth = sums(seed)
    const { source } = recognizedWith(tableSource(truth), { digits: 0.01, text: 0 }, seed)
    const { evidence, blocks } = correctedBlocks(source)
    const doubted = new Set(evidence?.doubts.flatMap((d) => [...d.offsets]))
    const table = blocks.find((b) => b.kind === 'table')
    const rows = table?.kind === 'table' ? table.rows : []
    truth.slice(1).forEach((row, r) => {
      row.slice(1).forEach((value, c) => {
        const cell = rows[r + 1]?.[c + 1]
        const raw = [...(cell?.text.offsets ?? [])].map((o) => source.text[o] ?? '').join('')
        const read = cell?.text.value ?? ''
        tally.amounts++
        if (raw !== value) tally.misread++
        if (read === value) tally.right++
        else if (read !== raw && raw === value) tally.wrong++
        else if ([...(cell?.text.offsets ?? [])].some((o) => doubted.has(o))) tally.doubted++
        else tally.silent++
      })
    })
  }
  expect(tally.misread).toBeGreaterThan(40)
  expect(tally.wrong).toBeLessThanOrEqual(tally.amounts / 1000)
  expect(tally.silent).toBeLessThanOrEqual(tally.amounts / 500)
  expect(tally.right).toBeGreaterThan(tally.amounts * 0.985)
})
