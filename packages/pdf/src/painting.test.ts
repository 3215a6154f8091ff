import { type Source, tables } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawPdf, japaneseFont, rawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

const hex = (text: string): string =>
  `<${Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
const font = '/Font << /F1 5 0 R >>'
const show = (text: string, y = 100): string => `BT /F1 10 Tf 50 ${y} Td ${hex(text)} Tj ET`
const read = (content: string, resources = '', more: readonly string[] = []): Promise<Source> =>
  readPdf(rawPdf(content, `${font} ${resources}`, [...japaneseFont('UniJIS-UCS2-H'), ...more]), '')

test('text and lines outside of the box of a form are not seen', async () => {
  const content = `${show('山口')} ${show('見', 20)}`
  const form = `<< /Type /XObject /Subtype /Form /BBox [0 80 300 200] /Resources << ${font} >> /Length ${content.length} >>\nstream\n${content}\nendstream`
  expect((await read('/Fx Do', '/XObject << /Fx 8 0 R >>', [form])).text).toBe('山口')
})

test('text that is painted without any opacity is hidden', async () => {
  const source = await read(`/G gs ${show('山口')}`, '/ExtGState << /G << /ca 0 >> >>')
  expect(source.pages[0]?.glyphs?.runs[0]?.hidden).toBe(true)
})

test.each([
  ['a shape with curves', 'q 0 0 1 rg 40 90 m 90 90 l 95 95 95 105 90 112 c 40 112 l f Q'],
  ['a shape that is no rectangle', 'q 0 0 1 rg 40 90 m 90 90 l 100 100 l 90 112 l 40 112 l f Q'],
  ['a thick line', 'q 0 0 1 RG 24 w 40 104 m 100 104 l S Q'],
])('white text on %s is seen', async (_, shape) => {
  const source = await read(`${shape} 1 1 1 rg ${show('山口')}`)
  expect(source.pages[0]?.glyphs?.shapes).toHaveLength(1)
})

test('a box with round corners has the rules of one without', async () => {
  const source = await readPdf(await drawPdf([(d) => d.roundedRect(50, 50, 200, 80, 8).stroke()]), '')
  const sides = source.pages[0]?.glyphs?.rules.filter((r) => r.x1 - r.x0 > 195 || r.y1 - r.y0 > 75) ?? []
  expect(sides.map((r) => [r.x0, r.y0, r.x1, r.y1].map(Math.round))).toEqual([
    [50, 50, 250, 50],
    [50, 130, 250, 130],
    [50, 50, 50, 130],
    [250, 50, 250, 130],
  ])
})

test('outlines that are drawn about characters for bold are no rules, and strike nothing out', async () => {
  // 王, about: three bars and a stem as one area, drawn twice.
  const king = (x: number): string =>
    ['1 1', '9 1', '9 2', '6 2', '6 5', '8 5', '8 6', '6 6', '6 9', '9 9', '9 10', '1 10', '1 9', '5 9', '5 2', '1 2']
      .map((at, i) => {
        const [dx = 0, dy = 0] = at.split(' ').map(Number)
        return `${x + dx} ${100 + dy} ${i === 0 ? 'm' : 'l'}`
      })
      .join(' ')
  const source = await readPdf(rawPdf(`${king(50)} h ${king(60)} h S 50 80 m 90 80 l S`), 'bold.pdf')
  expect(source.pages[0]?.glyphs?.rules.map((r) => [r.x0, r.x1])).toEqual([[50, 90]])
})

test('images stretched to lines are rules', async () => {
  const dot = 'BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI'
  const line = (x: number, y: number, w: number, h: number): string => `q ${w} 0 0 ${h} ${x} ${y} cm ${dot} Q`
  const rules = [0, 20, 40].flatMap((d) => [line(50, 90 + d, 100, 0.5), line(50 + 2.5 * d, 90, 0.5, 40)])
  const source = await read(`${rules.join('\n')}\n${show('山口', 97)} ${show('山口', 117)}`)
  expect(tables(source).tables.map(({ rows, cols }) => [rows, cols])).toEqual([[2, 2]])
})

test('layers that are switched off are not seen', async () => {
  const bytes = rawPdf(
    `/OC /Off BDC ${show('下書')} EMC /OC /On BDC ${show('山口', 80)} EMC`,
    `${font} /Properties << /Off 8 0 R /On 9 0 R >>`,
    [...japaneseFont('UniJIS-UCS2-H'), '<< /Type /OCG /Name (a) >>', '<< /Type /OCG /Name (b) >>'],
  )
  const layers = '/OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] >> >>'
  const file = Buffer.from(bytes).toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${layers}`)
  expect((await readPdf(Uint8Array.from(Buffer.from(file, 'latin1')), '')).text).toBe('山口')
})
