import { parse, type Source, tables, UnreadableError } from '@kyoyaku/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOcrXml, readOcrXml } from './read-ocr-xml.ts'

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml)
const read = (xml: string): Promise<Source> => readOcrXml(bytesOf(xml), 'page.xml')

/** Boxes of the first page in points, rounded. */
const boxesOf = ({ pages }: Source): number[][] => {
  const boxes = [...(pages[0]?.glyphs?.boxes ?? [])].map(Math.round)
  return Array.from({ length: boxes.length / 4 }, (_, i) => boxes.slice(4 * i, 4 * i + 4))
}
const confidencesOf = ({ pages }: Source): number[] =>
  [...(pages[0]?.recognized?.confidences ?? [])].map((c) => Math.round(100 * c) / 100)

const alto = (body: string, unit = 'pixel'): string => `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>${unit}</MeasurementUnit>
<OCRProcessing ID="O"><ocrProcessingStep><processingSoftware><softwareName>Leser</softwareName><softwareVersion>3</softwareVersion>
</processingSoftware></ocrProcessingStep></OCRProcessing></Description>
<Layout><Page ID="P1" WIDTH="2480" HEIGHT="3508"><PrintSpace HPOS="0" VPOS="0" WIDTH="2480" HEIGHT="3508">${body}</PrintSpace></Page></Layout></alto>`
const altoLine = (strings: string, place = 'HPOS="100" VPOS="200" WIDTH="200" HEIGHT="50"') =>
  `<TextBlock ID="B" HPOS="100" VPOS="200" WIDTH="200" HEIGHT="50"><TextLine ${place}>${strings}</TextLine></TextBlock>`

test('ALTO: words with their places, confidences by word and by character, the engine by its name', async () => {
  const source = await read(
    alto(
      altoLine(
        '<String CONTENT="協約" HPOS="100" VPOS="200" WIDTH="100" HEIGHT="50" WC="0.8"/><SP/><String CONTENT="締結" HPOS="200" VPOS="200" WIDTH="100" HEIGHT="50" WC="0.9" CC="09"/>',
      ),
    ),
  )
  expect(source.text).toBe('協約締結')
  expect(source.info).toMatchObject({ format: 'alto', pages: 1, textLayer: 'ocr' })
  expect(source.pages[0]?.recognized?.engine).toBe('Leser 3')
  expect(confidencesOf(source)).toEqual([0.8, 0.8, 1, 0])
  // 2,480 pixels are the width of A4: 4.17 to the point.
  const page = source.pages[0]?.glyphs
  expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([595, 842])
  expect(boxesOf(source).map(([x0]) => x0)).toEqual([23, 36, 48, 60])
})

test('ALTO: tenths of a millimetre, glyphs, hyphens', async () => {
  const glyph = (content: string, x: number) =>
    `<Glyph CONTENT="${content}" HPOS="${x}" VPOS="254" WIDTH="36" HEIGHT="36" GC="0.7"/>`
  const source = await read(
    alto(altoLine(`<String CONTENT="圏域" WC="0.9">${glyph('圏', 254)}${glyph('域', 290)}</String>`, ''), 'mm10'),
  )
  expect([source.text, confidencesOf(source)]).toEqual(['圏域', [0.7, 0.7]])
  expect(boxesOf(source)[0]?.[0]).toBe(72)
})

const page = (
  body: string,
  attributes = '',
): string => `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<Metadata><Creator>Schreiber</Creator></Metadata><Page imageFilename="a.png" imageWidth="1654" imageHeight="2339" ${attributes}>${body}</Page></PcGts>`
const region = (text: string, points = '100,100 300,100 300,130 100,130') =>
  `<TextRegion id="r"><Coords points="${points}"/><TextLine id="l"><Coords points="${points}"/><TextEquiv conf="0.6"><Unicode>${text}</Unicode></TextEquiv></TextLine></TextRegion>`

test('PAGE XML: lines by their outlines, characters as parts of them: half-width ones take half', async () => {
  const source = await read(page(region('令和8年度12')))
  expect(source.text).toBe('令和8年度12')
  expect(source.info.format).toBe('page-xml')
  expect(confidencesOf(source)).toEqual(Array(7).fill(0.6))
  const widths = boxesOf(source).map(([x0 = 0, , x1 = 0]) => x1 - x0)
  expect(widths[0]).toBeGreaterThan(1.5 * (widths[2] ?? 0))
})

test('PAGE XML: the size of a page follows from its resolution, downward writing from the file or from the shape', async () => {
  const tall = '500,100 530,100 530,400 500,400'
  const source = await read(page(region('地域医療', tall), 'imageXResolution="200" imageResolutionUnit="PPI"'))
  expect(Math.round(source.pages[0]?.glyphs?.width ?? 0)).toBe(595)
  expect(source.pages[0]?.glyphs?.runs[0]).toMatchObject({ vertical: true })
  const tops = boxesOf(source).map(([, y0 = 0]) => y0)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
})

test('PAGE XML: the first reading counts, and words only where they spell their line', async () => {
  const word = (text: string) =>
    `<Word><Coords points="1,1 9,9"/><TextEquiv><Unicode>${text}</Unicode></TextEquiv></Word>`
  const line = (words: string, text: string) =>
    page(
      `<TextRegion><TextLine><Coords points="1,1 90,9"/>${words}<TextEquiv index="1"><Unicode>別</Unicode></TextEquiv><TextEquiv index="0"><Unicode>${text}</Unicode></TextEquiv></TextLine></TextRegion>`,
    )
  expect((await read(line(word('甲の') + word('役割'), '甲の役割'))).text).toBe('甲の役割')
  expect((await read(line(word('申の') + word('役割'), '甲の役割'))).text).toBe('甲の役割')
})

test('cells of a stated table become rules, and the table is found', async () => {
  const cell = (x: number, y: number, text: string) =>
    region(text, `${x},${y} ${x + 395},${y} ${x + 395},${y + 76} ${x},${y + 76}`)
  const cells = [
    cell(100, 100, '取組'),
    cell(500, 100, '甲の役割'),
    cell(100, 180, '医療'),
    cell(500, 180, '調整する'),
  ].join('')
  const source = await read(page(`<TableRegion><Coords points="90,90 900,260"/>${cells}</TableRegion>`))
  const found = tables(source)
  expect(found.tables.map((t) => t.cells.map((c) => c.text))).toEqual([['取組', '甲の役割', '医療', '調整する']])
})

const ndl = (body: string): string =>
  `<?xml version='1.0' encoding='utf-8'?>\n<OCRDATASET><PAGE IMAGENAME="a.jpg" WIDTH="1654" HEIGHT="2339">${body}</PAGE></OCRDATASET>`
const ndlLine = (text: string, y: number, more = 'TYPE="本文"') =>
  `<LINE ${more} X="100" Y="${y}" WIDTH="400" HEIGHT="30" CONF="0.9" STRING="${text}"/>`

test('NDLOCR: lines inside and outside of text blocks, page numbers, no readings of kanji', async () => {
  const source = await read(
    ndl(
      `<TEXTBLOCK CONF="0.9"><SHAPE><POLYGON POINTS="1,1,2,2"/></SHAPE>${ndlLine('中心市と近隣市', 100)}</TEXTBLOCK>${ndlLine('の連携', 140)}<BLOCK TYPE="ノンブル" X="800" Y="2200" WIDTH="30" HEIGHT="30" CONF="0.8" STRING="12"/><BLOCK TYPE="図版" X="1" Y="1" WIDTH="9" HEIGHT="9" CONF="0.8"/>${ndlLine('れんけい', 90, 'TYPE="ルビ"')}`,
    ),
  )
  expect(source.text).toBe('中心市と近隣市\nの連携\n12')
  expect(source.info.format).toBe('ndlocr')
  expect(confidencesOf(source).slice(0, 7)).toEqual(Array(7).fill(0.9))
})

const hocr = (body: string, head = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title><meta name='ocr-system' content='engine 1.0'>${head}</head>
<body><div class='ocr_page' title='image "a.png"; bbox 0 0 1654 2339; ppageno 0; scan_res 200 200'>${body}</div></body></html>`
const hocrWord = (text: string, x: number) =>
  `<span class='ocrx_word' title='bbox ${x} 100 ${x + 60} 130; x_wconf 91'>${text}</span>`

test('hOCR: words, spaces between Latin ones alone, pages in a row', async () => {
  const line = (words: string) => `<span class='ocr_line' title='bbox 100 100 500 130; baseline 0 -4'>${words}</span>`
  const source = await read(
    hocr(line(`${hocrWord('広域', 100)} ${hocrWord('連携', 170)} ${hocrWord('Smart', 240)} ${hocrWord('City', 310)}`)),
  )
  expect(source.text).toBe('広域連携Smart City')
  expect(source.pages[0]?.recognized?.engine).toBe('engine 1.0')
  expect(confidencesOf(source)[0]).toBe(0.91)
  const two = await read(
    hocr(`${line(hocrWord('前', 100))}</div><div class='ocr_page' title='bbox 0 0 9 9'>${line(hocrWord('後', 100))}`),
  )
  expect([two.text, two.pages.map((p) => p.span)]).toEqual([
    '前\f後',
    [
      [0, 1],
      [2, 3],
    ],
  ])
})

test('hOCR: characters with boxes of their own', async () => {
  const character = (text: string, x: number) =>
    `<span class='ocrx_cinfo' title='x_bboxes ${x} 100 ${x + 28} 130; x_conf 97'>${text}</span>`
  const source = await read(
    hocr(
      `<span class='ocr_line' title='bbox 100 100 160 130'><span class='ocrx_word' title='bbox 100 100 160 130; x_wconf 50'>${character('甲', 100)}${character('乙', 130)}</span></span>`,
    ),
  )
  expect([source.text, confidencesOf(source)]).toEqual(['甲乙', [0.97, 0.97]])
})

test('a page with a line of unknown place keeps its words and gives up its places', async () => {
  const source = await read(
    ndl('<LINE STRING="一" CONF="0.5"/><LINE X="NaN" Y="1e999" WIDTH="-3" HEIGHT="x" STRING="二"/>'),
  )
  expect([source.text, source.pages[0]?.glyphs]).toEqual(['一\n二', undefined])
  expect(confidencesOf(source)).toEqual([0.5, 1, 0.5])
})

test('what was read is understood like any source', async () => {
  const lines = ['第１条　この協約は、次の事項を定める。', '第２条　費用は、甲が負担する。']
  const { documents } = await parse(await read(ndl(lines.map((text, i) => ndlLine(text, 100 + 40 * i)).join(''))))
  expect(JSON.stringify(documents)).toContain('費用は、甲が負担する。')
})

test('white beside the ink of punctuation and figures is no space', async () => {
  const word = (text: string, x0: number, x1: number) =>
    `<String CONTENT="${text}" HPOS="${x0}" VPOS="200" WIDTH="${x1 - x0}" HEIGHT="50"/>`
  const words = [
    word('第', 100, 148),
    word('67', 160, 240),
    word('号', 252, 300),
    word(',', 304, 312),
    word('甲', 352, 400),
  ]
  const { diagnostics } = await parse(
    await read(alto(altoLine(words.join(''), 'HPOS="100" VPOS="200" WIDTH="1900" HEIGHT="50"'))),
  )
  expect(diagnostics.map((d) => d.data?.text)).toContain('第67号,甲')
})

test('files are told by their root, whatever stands before it', () => {
  for (const xml of [
    alto(''),
    page(''),
    ndl(''),
    hocr(''),
    `\ufeff<!-- <html> -->\n${ndl('')}`,
    '<a:alto xmlns:a="x"/>',
  ])
    expect(isOcrXml(bytesOf(xml))).toBe(true)
  for (const other of ['<html><body>例規集</body></html>', '<root/>', '第１条', '', '<', '<constructor/>'])
    expect(isOcrXml(bytesOf(other))).toBe(false)
})

const codeOf = async (xml: string): Promise<string> => {
  try {
    await read(xml)
    return 'read'
  } catch (error) {
    return error instanceof UnreadableError ? error.code : String(error)
  }
}

test('hostile files are refused in good time', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;">]>\n${ndl(ndlLine('&b;', 1))}`
  expect(await codeOf(laughs)).toBe('unsupported')
  expect(await codeOf(ndl(ndlLine('あ'.repeat(1_000_000), 1)))).toBe('damaged')
  expect(await codeOf(`<alto>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</alto>`)).toBe('damaged')
  expect(await codeOf(`<alto ${'<'.repeat(100_000)}`)).toBe('damaged')
  expect(await codeOf(`<alto a="${"b='".repeat(100_000)}`)).toBe('damaged')
  expect(await codeOf(`<alto>${'<!--'.repeat(100_000)}`)).toBe('damaged')
  expect(await codeOf('<alto><Layout></alto>')).toBe('damaged')
  expect(await codeOf('<alto/>')).toBe('empty')
  expect(await codeOf(ndl(''))).toBe('empty')
  expect(await codeOf('<html><body/></html>')).toBe('unsupported')
  expect(await codeOf(ndl('<LINE STRING="" __proto__="1" constructor="2"/>'))).toBe('damaged')
})

test('no XML and no damage to it brings any other error', async () => {
  const samples = [
    alto(altoLine('<String CONTENT="協約" WC="x"/>')),
    page(region('12')),
    ndl(ndlLine('甲', 1)),
    hocr(hocrWord('乙', 1)),
  ]
  const part = fc.constantFrom(
    '<',
    '>',
    '"',
    '&#x0;',
    '&amp;',
    '-1e308',
    'NaN',
    '</PAGE>',
    '<LINE/>',
    '<![CDATA[',
    ' ',
    '\u0000',
    '😀',
  )
  const damage = fc.record({
    sample: fc.constantFrom(...samples),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    part,
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ sample, at, cut, part: added }) => {
      const place = Math.floor(at * sample.length)
      const code = await codeOf(sample.slice(0, place) + added + sample.slice(place + cut))
      expect(['read', 'empty', 'damaged', 'unsupported', 'binary', 'undecodable']).toContain(code)
    }),
  )
})
