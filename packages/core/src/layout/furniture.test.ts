import { describe, expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import { blocksOf } from './blocks.ts'
import { drawSource } from './draw-page.ts'
import { splitFurniture } from './furniture.ts'

async function furnitureOf(text: string): Promise<string[]> {
  const source = await readText(new TextEncoder().encode(text), 'pages.txt')
  return splitFurniture(blocksOf(source), (line) => line.folded === '甲の役割').furniture.map(
    (f) => `${f.kind} ${f.text.value}`,
  )
}
const page = (...lines: string[]): string => lines.join('\n')
const body = Array.from({ length: 9 }, (_, i) => `本文の${'いろはにほへとちり'[i]}行目である。`)

describe('furniture of pages', () => {
  it('is a number with the marks of a page number', async () => {
    expect(await furnitureOf('本文\n\n- 3 -\n\n本文\n\n2/10\n')).toEqual(['page-number - 3 -', 'page-number 2/10'])
  })

  it('is a bare number that stands apart and counts up, pages apart', async () => {
    expect(await furnitureOf(page(...body, '', '1', '', ...body, '', '2', '', ...body))).toEqual([
      'page-number 1',
      'page-number 2',
    ])
    expect(await furnitureOf('本文\n\n12\n\n本文\n\n30\n\n本文\n')).toEqual([])
    expect(await furnitureOf(page(...body, '', '9', '', ...body, '', '3', '', ...body))).toEqual([])
  })

  it('is a line at the edge of page after page, but for the first', async () => {
    const pages = [1, 2, 3].map((n) => page('水郷都市圏ビジョン', ...body.map((b) => `${n}${b}`), `第${n}版`))
    expect((await furnitureOf(pages.join('\f'))).sort()).toEqual([
      'running-header 水郷都市圏ビジョン',
      'running-header 水郷都市圏ビジョン',
      'running-header 第2版',
      'running-header 第3版',
    ])
  })

  it('is no title of a cover that a header known by its place repeats', () => {
    const header = { x: 60, y: 30, text: 'みずうみ都市圏ビジョン' }
    const cover = { texts: [header, { x: 150, y: 300, text: 'みずうみ都市圏ビジョン', size: 24 }] }
    const sheets = [1, 2, 3].map((n) => ({
      texts: [header, ...body.map((b, i) => ({ x: 60, y: 90 + 20 * i, text: `${n}${b}` }))],
    }))
    const { blocks } = splitFurniture(blocksOf(drawSource(cover, ...sheets)), () => false)
    expect(blocks.flatMap((b) => (b.kind === 'line' ? [b.text.value] : []))[0]).toBe('みずうみ都市圏ビジョン')
  })

  it('is no title over sheets that have no cover, at its first place', () => {
    const sheets = [1, 2, 3].map((n) => ({
      texts: [
        { x: 60, y: 30, text: 'みずうみ都市圏ビジョン　事業計画' },
        ...body.map((b, i) => ({ x: 60, y: 90 + 20 * i, text: `${n}${b}` })),
      ],
    }))
    const { blocks, furniture } = splitFurniture(blocksOf(drawSource(...sheets)), () => false)
    expect(blocks.flatMap((b) => (b.kind === 'line' ? [b.text.value] : []))[0]).toBe('みずうみ都市圏ビジョン　事業計画')
    expect(furniture.filter((f) => f.text.value.startsWith('みずうみ'))).toHaveLength(2)
  })

  it('is the first too where it is a number, or where a line before it has its words', async () => {
    const pages = [1, 2, 3].map((n) => page(...body.map((b) => `${n}${b}`), '', `${n}`))
    expect(await furnitureOf(pages.join('\f'))).toEqual(['page-number 1', 'page-number 2', 'page-number 3'])
    const titled = [1, 2, 3].map((n) =>
      page(`水郷圏域の協約${n === 1 ? '（案）' : ''}`, ...body.map((b) => `${n}${b}`)),
    )
    expect(await furnitureOf(titled.join('\f'))).toEqual([
      'running-header 水郷圏域の協約',
      'running-header 水郷圏域の協約',
    ])
  })

  it('is no line whose numbers count something else', async () => {
    const pages = [7, 9, 30].map((n) => page(...body, `計 ${n}千円`))
    expect(await furnitureOf(pages.join('\f'))).toEqual([])
  })

  it('is never the heading of a table that goes on', async () => {
    const pages = [1, 2, 3].map((n) => page('甲の役割', ...body.map((b) => `${n}${b}`)))
    expect(await furnitureOf(pages.join('\f'))).toEqual([])
  })
})
