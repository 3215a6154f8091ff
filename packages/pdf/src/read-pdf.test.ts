import { type GlyphRun, type Source, tables, UnreadableError } from '@kyoyaku/core'
import { describe, expect, it } from 'vitest'
import { drawPdf, japaneseFont, rawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

const hex = (...bytes: number[]): string => `<${bytes.map((b) => b.toString(16).padStart(2, '0')).join('')}>`
const runs = (source: Source): readonly GlyphRun[] => source.pages[0]?.glyphs?.runs ?? []
const boxAt = (source: Source, word: string): number[] => {
  const i = source.text.indexOf(word)
  return Array.from(source.pages[0]?.glyphs?.boxes.slice(i * 4, i * 4 + 4) ?? [], Math.round)
}
const font = '/Font << /F1 5 0 R >>'

describe('readPdf', () => {
  it('reads text with the box, size and colour of its characters', async () => {
    const source = await readPdf(await drawPdf([(d) => d.fillColor('#ff0000').text('協約', 100, 200)]), 'a.pdf')
    expect(source.text).toBe('協約')
    expect(runs(source)).toMatchObject([{ span: [0, 2], size: 10, color: '#ff0000', rotation: 0, hidden: false }])
    const [x0, y0, x1, y1] = boxAt(source, '約') as [number, number, number, number]
    expect([x0, x1, y1 - y0]).toEqual([110, 120, 10])
    expect(y0).toBeGreaterThan(198)
    expect(source.info).toMatchObject({ name: 'a.pdf', format: 'pdf', pages: 1, textLayer: 'digital' })
  })

  it('parts pages by form feeds and lines by line feeds', async () => {
    const source = await readPdf(
      await drawPdf([(d) => d.text('一', 50, 50).text('二', 50, 80), (d) => d.text('三', 50, 50)]),
      '',
    )
    expect(source.text).toBe('一\n二\f三')
    expect(source.pages.map((p) => source.text.slice(...p.span))).toEqual(['一\n二', '三'])
  })

  it.each([
    ['90ms-RKSJ-H', hex(0x8e, 0x52, 0x8c, 0xfb)],
    ['UniJIS-UCS2-H', hex(0x5c, 0x71, 0x53, 0xe3)],
  ])('reads fonts that are not embedded by the character map %s', async (encoding, text) => {
    const source = await readPdf(rawPdf(`BT /F1 10 Tf 50 100 Td ${text} Tj ET`, font, japaneseFont(encoding)), '')
    expect(source.text).toBe('山口')
  })

  it('knows vertical writing: characters below one another', async () => {
    const source = await readPdf(
      rawPdf(`BT /F1 10 Tf 50 100 Td ${hex(0x5c, 0x71, 0x53, 0xe3)} Tj ET`, font, japaneseFont('UniJIS-UCS2-V')),
      '',
    )
    expect(runs(source)[0]?.vertical).toBe(true)
    expect(boxAt(source, '口')).toEqual([45, 110, 55, 120])
  })

  it('marks characters that are not painted', async () => {
    const source = await readPdf(
      rawPdf(`BT 3 Tr /F1 10 Tf 50 100 Td ${hex(0x5c, 0x71)} Tj ET`, font, japaneseFont('UniJIS-UCS2-H')),
      '',
    )
    expect(runs(source)[0]?.hidden).toBe(true)
    expect(source.info.textLayer).toBe('ocr')
  })

  it('turns a page that is shown turned', async () => {
    const source = await readPdf(
      rawPdf(`BT /F1 10 Tf 50 100 Td ${hex(0x5c, 0x71)} Tj ET`, font, japaneseFont('UniJIS-UCS2-H'), '/Rotate 90'),
      '',
    )
    expect([source.pages[0]?.glyphs?.width, source.pages[0]?.glyphs?.height, runs(source)[0]?.rotation]).toEqual([
      200, 300, 90,
    ])
  })

  it('drops copies of characters drawn for bold', async () => {
    const source = await readPdf(await drawPdf([(d) => d.text('甲', 50, 50).text('甲', 50.4, 50)]), '')
    expect(source.text).toBe('甲')
  })

  it.each([
    ['strokes', '1 w 50 100 m 150 100 l S'],
    ['closed paths', '1 w 50 100 m 150 100 l s'],
    ['thin areas', '50 99.5 100 1 re f'],
  ])('reads rules drawn as %s', async (_, content) => {
    const source = await readPdf(rawPdf(content), '')
    expect(source.pages[0]?.glyphs?.rules[0]).toMatchObject({ x0: 50, x1: 150, y0: 100, y1: 100, width: 1 })
  })

  it('reads areas, and rules no further than the clip', async () => {
    const source = await readPdf(rawPdf('1 0 0 rg 10 10 50 50 re f 100 0 50 200 re W n 1 w 0 100 m 300 100 l S'), '')
    expect(source.pages[0]?.glyphs?.areas).toEqual([{ box: [10, 140, 60, 190], color: '#ff0000' }])
    expect(source.pages[0]?.glyphs?.rules.map((r) => [Math.round(r.x0), Math.round(r.x1)])).toEqual([[99, 151]])
  })

  it('reads tables that are drawn', async () => {
    const source = await readPdf(
      await drawPdf([
        (d) => {
          for (const [x, y, word] of [
            [55, 52, '区分'],
            [155, 52, '金額'],
            [55, 72, '運営費'],
            [155, 72, '1,200千円'],
          ] as const)
            d.text(word, x, y)
          for (const x of [50, 150, 250]) d.moveTo(x, 50).lineTo(x, 90).stroke()
          for (const y of [50, 70, 90]) d.moveTo(50, y).lineTo(250, y).stroke()
        },
      ]),
      '',
    )
    expect(tables(source).tables.map((t) => t.cells.map((c) => c.text))).toEqual([
      ['区分', '金額', '運営費', '1,200千円'],
    ])
  })
})

describe('readPdf refuses', () => {
  const failure = async (bytes: Uint8Array, options = {}): Promise<string> => {
    const error = await readPdf(bytes, '', options).then(
      () => undefined,
      (e: unknown) => e,
    )
    expect(error).toBeInstanceOf(UnreadableError)
    return (error as UnreadableError).code
  }

  it('a file that asks for a password, until it is given', async () => {
    const bytes = await drawPdf([(d) => d.text('協約', 50, 50)], { userPassword: 'secret', pdfVersion: '1.7' })
    expect(await failure(bytes)).toBe('locked')
    expect(await failure(bytes, { password: 'wrong' })).toBe('locked')
    expect((await readPdf(bytes, '', { password: 'secret' })).text).toBe('協約')
  })

  it.each([
    ['nothing', [], 'empty'],
    ['text', [...'第１条'].map((c) => c.charCodeAt(0) & 0xff), 'unsupported'],
    ['a header alone', [...'%PDF-1.7\n'].map((c) => c.charCodeAt(0)), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await failure(Uint8Array.from(bytes))).toBe(code)
  })
})
