import { type Agreement, parse } from '@kyoyaku/core'
import { expect, it } from 'vitest'
import { drawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

type Draw = (document: PDFKit.PDFDocument) => void

/** Lines of 40 characters from the top, as a word processor breaks them. */
const prose =
  (y: number, ...paragraphs: string[]): Draw =>
  (d) => {
    let line = y
    for (const text of paragraphs) {
      for (let i = 0; i < text.length; i += 40) {
        d.text(text.slice(i, i + 40), 90, line, { lineBreak: false })
        line += 18
      }
    }
  }

/** A table with rules around every cell; each cell's lines as given. */
const table =
  (y: number, xs: number[], rows: string[][][]): Draw =>
  (d) => {
    let top = y
    for (const row of rows) {
      const height = 6 + 14 * Math.max(...row.map((lines) => lines.length))
      row.forEach((lines, c) => {
        const [x0, x1] = [xs[c] as number, xs[c + 1] as number]
        d.rect(x0, top, x1 - x0, height).stroke()
        lines.forEach((text, i) => void d.text(text, x0 + 5, top + 3 + i * 14, { lineBreak: false }))
      })
      top += height
    }
  }

const xs = [90, 170, 310, 400, 490]
const head = [['取組'], ['取組内容'], ['甲の役割'], ['乙の役割']]

it('reads an agreement with a role table over two pages', async () => {
  const bytes = await drawPdf([
    (d) => {
      d.fontSize(14).text('諏訪広域連携中枢都市圏形成に係る連携協約', 150, 60, { lineBreak: false }).fontSize(10)
      prose(
        110,
        '　岡谷市（以下「甲」という。）及び下諏訪町（以下「乙」という。）は、圏域の形成に関し、次のとおり連携協約を締結する。',
        '　（目的）',
        '第１条　この連携協約は、甲及び乙が相互に連携して、住民が安心して暮らすことができる圏域を形成することを目的とする。',
        '　（取組及び役割）',
        '第２条　甲及び乙が連携する取組並びにその役割は、別表のとおりとする。',
      )(d)
      d.text('別表（第２条関係）', 90, 300)
      table(320, xs, [
        head,
        [
          ['湖畔の観光'],
          ['湖畔の周遊路を整備し、圏域', 'の観光客を増やす。'],
          ['周遊路を整備', 'する。'],
          ['案内板を設置', 'する。'],
        ],
        [['救急医療'], ['休日及び夜間の診療を行う体'], ['診療所を運営'], ['診療所の運営']],
      ])(d)
      d.text('- 1 -', 285, 800)
    },
    (d) => {
      table(60, xs, [
        head,
        [[''], ['制を整える。'], ['する。'], ['に協力する。']],
        [['職員の研修'], ['合同の研修を行う。'], ['計画を定める。'], ['職員を派遣', 'する。']],
      ])(d)
      d.text('- 2 -', 285, 800)
    },
  ])
  const { documents, diagnostics } = await parse(await readPdf(bytes, '協約.pdf'))
  const agreement = documents[0] as Agreement
  expect(agreement).toMatchObject({
    type: 'agreement',
    parties: [
      { symbol: '甲', name: '岡谷市' },
      { symbol: '乙', name: '下諏訪町' },
    ],
    articles: [
      { number: '1', caption: '目的' },
      { number: '2', caption: '取組及び役割' },
    ],
  })
  const initiatives = agreement.appendedTables.flatMap((t) => t.sections.flatMap((s) => s.initiatives))
  expect(initiatives.map((i) => [i.title, i.description, ...i.roles.map((r) => r.text)])).toEqual([
    ['湖畔の観光', '湖畔の周遊路を整備し、圏域の観光客を増やす。', '周遊路を整備する。', '案内板を設置する。'],
    ['救急医療', '休日及び夜間の診療を行う体制を整える。', '診療所を運営する。', '診療所の運営に協力する。'],
    ['職員の研修', '合同の研修を行う。', '計画を定める。', '職員を派遣する。'],
  ])
  expect(diagnostics).toEqual([])
  expect(initiatives[0]?.roles[0]?.at).toMatchObject({
    page: 1,
    bbox: [expect.closeTo(315, 0), expect.any(Number), expect.closeTo(375, 0), expect.any(Number)],
  })
})
