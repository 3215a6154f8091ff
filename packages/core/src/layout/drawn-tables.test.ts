import { describe, expect, it } from 'vitest'
import type { Source } from '../read/source.ts'
import type { Table } from './block.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules, horizontal, vertical } from './draw-page.ts'

const tablesOf = (source: Source): Table[] => blocksOf(source).filter((b) => b.kind === 'table')
const lines = (source: Source): string[] => blocksOf(source).flatMap((b) => (b.kind === 'line' ? [b.text.value] : []))

/** Rows as words: ^ where a cell to the left or above spans. */
const words = (table: Table | undefined): string[] =>
  table?.rows.map((row) => row.map((c) => (c.covered ? '^' : c.text.value)).join('|')) ?? []
const found = (source: Source): string[][] => tablesOf(source).map(words)

const at = (x: number, y: number, text: string, more: Partial<DrawnText> = {}): DrawnText => ({ x, y, text, ...more })
const grid = [at(105, 112, '区分'), at(205, 112, '金額'), at(105, 132, '工事費'), at(205, 132, '1,200千円')]

describe('ruled tables', () => {
  it('reads a grid of lines', () => {
    expect(found(drawSource({ texts: grid, rules: gridRules([100, 200, 300], [100, 120, 140]) }))).toEqual([
      ['区分|金額', '工事費|1,200千円'],
    ])
  })

  it('reads cells that span rows and columns', () => {
    const rules = [
      ...[100, 140, 160].map((y) => horizontal(y, 100, 400)),
      horizontal(120, 200, 400),
      ...[100, 200, 400].map((x) => vertical(x, 100, 160)),
      vertical(300, 120, 160),
    ]
    const texts = [at(105, 122, '町'), at(250, 112, '財源'), at(205, 132, '県'), at(305, 132, '町'), at(105, 152, '計')]
    const [table] = tablesOf(drawSource({ texts, rules }))
    expect(words(table)).toEqual(['町|財源|^', '^|県|町', '計||'])
    expect(table?.rows[0]?.map((c) => [c.rowSpan, c.colSpan])).toEqual([
      [2, undefined],
      [undefined, 2],
      [undefined, undefined],
    ])
  })

  it('reads lines made of dots and of dashes', () => {
    const dots = (y: number) => Array.from({ length: 67 }, (_, i) => horizontal(y, 100 + i * 3, 101 + i * 3))
    const dashes = (x: number) => Array.from({ length: 10 }, (_, i) => vertical(x, 100 + i * 4, 103 + i * 4))
    const rules = [...[100, 120, 140].flatMap(dots), ...[100, 200, 300].flatMap(dashes)]
    expect(found(drawSource({ texts: grid, rules }))).toEqual([['区分|金額', '工事費|1,200千円']])
  })

  it('closes sides that have no line, also under a row that spans all columns', () => {
    const rules = [
      ...[100, 120, 140, 160].map((y) => horizontal(y, 100, 300)),
      vertical(200, 100, 120),
      vertical(200, 140, 160),
    ]
    const texts = [...grid.slice(0, 2), at(105, 132, '１　観光'), at(105, 152, '案内板'), at(205, 152, '80千円')]
    expect(found(drawSource({ texts, rules }))).toEqual([['区分|金額', '１　観光|^', '案内板|80千円']])
  })

  it('finds the columns of a table with lines between its rows alone', () => {
    const rules = [100, 120, 150, 170].map((y) => horizontal(y, 100, 300))
    const texts = [
      ...grid.slice(0, 2),
      at(105, 132, '広報紙'),
      at(105, 144, 'の発行'),
      at(205, 138, '90円'),
      at(105, 162, '備考　この表の額は、見込みである。'),
    ]
    expect(found(drawSource({ texts, rules }))).toEqual([
      ['区分|金額', '広報紙の発行|90円', '備考　この表の額は、見込みである。|^'],
    ])
  })

  it('finds columns that stand a character apart, but none behind numbers', () => {
    const rules = [100, 120, 140, 160].map((y) => horizontal(y, 100, 300))
    const rows = (left: string[], x: number) =>
      left.flatMap((t, i) => [at(105, 112 + i * 20, t), at(x, 112 + i * 20, '診療所を運営する。')])
    expect(found(drawSource({ texts: rows(['救急医療', '休日夜間', '在宅医療'], 154), rules }))).toEqual([
      ['救急医療|診療所を運営する。', '休日夜間|診療所を運営する。', '在宅医療|診療所を運営する。'],
    ])
    expect(found(drawSource({ texts: rows(['１', '２', '３'], 124), rules }))).toEqual([])
  })

  it('finds the columns of years over sums in a form whose other rows have one, though their label stands beside both', () => {
    const rules = [
      ...[100, 120, 140, 180, 200].map((y) => horizontal(y, 100, 400)),
      // The line between years and sums begins behind the label.
      horizontal(160, 160, 400),
    ]
    const texts = [
      ...[at(105, 112, '事業名'), at(165, 112, '診療所を運営する事業')],
      ...[at(105, 132, '概要'), at(165, 132, '休日及び夜間に急な病気の患者を診療する。')],
      ...[at(105, 162, '事業費'), at(165, 152, '令和6年度'), at(245, 152, '令和7年度'), at(325, 152, '令和8年度')],
      ...[at(180, 172, '45,210'), at(260, 172, '45,210'), at(355, 172, '未定')],
      ...[at(105, 192, '市の役割'), at(165, 192, '診療所を運営する。')],
    ]
    expect(found(drawSource({ texts, rules }))).toEqual([
      [
        '事業名|診療所を運営する事業|^|^',
        '概要|休日及び夜間に急な病気の患者を診療する。|^|^',
        '事業費|令和6年度|令和7年度|令和8年度',
        '^|45,210|45,210|未定',
        '市の役割|診療所を運営する。|^|^',
      ],
    ])
  })

  it('reads a head over the first line, and not the caption over it', () => {
    const rules = [120, 140, 160].map((y) => horizontal(y, 100, 300))
    const texts = [at(100, 102, '別表'), ...grid, at(105, 152, '委託費'), at(205, 152, '80千円')]
    const source = drawSource({ texts, rules })
    expect(found(source)).toEqual([['区分|金額', '工事費|1,200千円', '委託費|80千円']])
    expect(lines(source)).toEqual(['別表'])
  })

  it('reads cells that colours alone tell apart, rows without a colour between and behind them too', () => {
    const filled = (y: number) => [100, 201].map((x) => ({ box: [x, y, x + 99.5, y + 19] as const, color: '#dde8f4' }))
    const texts = [
      ...grid,
      at(105, 152, '委託費'),
      at(205, 152, '80千円'),
      at(105, 172, '計'),
      at(205, 172, '1,280千円'),
    ]
    const rows = ['区分|金額', '工事費|1,200千円', '委託費|80千円', '計|1,280千円']
    expect(found(drawSource({ texts, areas: [100, 120, 140, 160].flatMap(filled) }))).toEqual([rows])
    expect(found(drawSource({ texts, areas: [100, 140].flatMap(filled) }))).toEqual([rows])
  })

  it('makes no table of colours behind words', () => {
    const texts = [at(100, 112, '取組を推進する。')]
    const areas = [100, 130].map((x) => ({ box: [x, 102, x + 30, 114] as const, color: '#ffff00' }))
    expect(found(drawSource({ texts, areas }))).toEqual([])
  })

  it('keeps the lines of a text together that is higher than its row', () => {
    const texts = [
      ...[at(105, 112, '区分'), at(205, 112, '額')],
      ...[at(105, 127, '中小企業の'), at(105, 139, '販路の開拓'), at(205, 133, '80円')],
      ...[at(105, 152, '観光'), at(205, 152, '90円')],
    ]
    expect(found(drawSource({ texts, rules: gridRules([100, 200, 300], [100, 123, 138, 160]) }))).toEqual([
      ['区分|額', '中小企業の販路の開拓|80円', '観光|90円'],
    ])
  })

  it('keeps open tables apart between which nothing is written', () => {
    const open = (y: number) => [
      horizontal(y, 100, 300),
      horizontal(y + 20, 100, 300),
      horizontal(y + 40, 100, 300),
      vertical(200, y, y + 40),
    ]
    const words = (y: number, name: string) => [
      at(105, y + 12, '取組'),
      at(205, y + 12, name),
      at(105, y + 32, '内容'),
      at(205, y + 32, '調査'),
    ]
    const texts = [...words(100, '医療'), ...words(165, '観光')]
    expect(found(drawSource({ texts, rules: [...open(100), ...open(165)] }))).toEqual([
      ['取組|医療', '内容|調査'],
      ['取組|観光', '内容|調査'],
    ])
  })

  it('keeps open tables apart that a caption in its own space heads', () => {
    const open = (y: number) => [...[y, y + 20, y + 40].map((at) => horizontal(at, 100, 300)), vertical(200, y, y + 40)]
    const texts = [...grid, at(100, 164, '表２'), ...grid.map((t) => ({ ...t, y: t.y + 78 }))]
    expect(found(drawSource({ texts, rules: [...open(100), ...open(178)] }))).toEqual([
      ['区分|金額', '工事費|1,200千円'],
      ['区分|金額', '工事費|1,200千円'],
    ])
  })

  it('takes paragraphs between lines for no table', () => {
    const rules = [100, 120, 140, 160].map((y) => horizontal(y, 100, 300))
    const texts = [112, 132, 152].map((y) => at(105, y, '圏域の住民が暮らしやすいまちを'))
    expect(found(drawSource({ texts, rules }))).toEqual([])
  })

  it('takes the two lines of a double rule for one', () => {
    const rules = gridRules([100, 200, 300], [100, 120, 121.8, 140])
    expect(found(drawSource({ texts: grid, rules }))).toEqual([['区分|金額', '工事費|1,200千円']])
  })

  it('leaves text that runs over a line in the cell that it starts in', () => {
    const texts = [at(105, 112, '区分'), at(105, 132, '広域観光案内所の運営費'), at(255, 132, '1円')]
    expect(found(drawSource({ texts, rules: gridRules([100, 200, 300], [100, 120, 140]) }))).toEqual([
      ['区分|', '広域観光案内所の運営費|1円'],
    ])
  })

  it('leaves names wider than their columns in these, where each is written over the one before', () => {
    const names = ['西北山市', '南川内町', '東野原村']
    const rules = gridRules([100, 200, 220, 240, 260], [100, 120, 140])
    const marks = [at(105, 132, '観光'), at(205, 132, '○'), at(245, 132, '△')]
    const rows = ['事業|西北山市|南川内町|東野原村', '観光|○||△']
    const left = names.map((name, i) => at(201 + 20 * i, 112, name, { size: 9 }))
    const centred = names.map((name, i) => at(192 + 20 * i, 112, name, { size: 9 }))
    expect(found(drawSource({ texts: [at(105, 112, '事業'), ...left, ...marks], rules }))).toEqual([rows])
    expect(found(drawSource({ texts: [at(105, 112, '事業'), ...centred, ...marks], rules }))).toEqual([rows])
  })

  it('begins an item at a dot below a line that had space left', () => {
    const texts = [
      at(105, 112, '概要'),
      at(155, 112, '次のとおり'),
      at(155, 124, '・会議の開催'),
      at(155, 136, '・案内'),
    ]
    const rules = gridRules([100, 150, 300], [100, 140, 160])
    expect(found(drawSource({ texts, rules }))).toEqual([['概要|次のとおり\n・会議の開催\n・案内', '|']])
    expect(found(drawSource({ texts, rules: gridRules([100, 150, 212], [100, 140, 160]) }))).toEqual([
      ['概要|次のとおり・会議の開催・案内', '|'],
    ])
  })

  it('reads columns of upright characters and turned text', () => {
    const stacked = [...'北山市'].map((c, i) => at(105, 112 + i * 10, c))
    const texts = [...stacked, at(205, 112, '南川町', { vertical: true }), at(302, 105, '東', { rotation: 90 })]
    expect(found(drawSource({ texts, rules: gridRules([100, 200, 300, 400], [100, 150, 170]) }))).toEqual([
      ['北山市|南川町|東', '||'],
    ])
  })

  it('takes a frame around text and a table at its foot for the table alone', () => {
    const rules = [
      ...gridRules([100, 400], [100, 200]),
      ...[160, 180, 200].map((y) => horizontal(y, 110, 310)),
      ...[110, 210, 310].map((x) => vertical(x, 160, 200)),
    ]
    const texts = [
      ...[at(105, 114, '【事業名】診療所の運営'), at(105, 130, '【関係市町村】釧路市'), at(105, 146, '【事業費】')],
      ...[at(115, 172, 'R2年度'), at(215, 172, 'R3年度'), at(115, 192, '45,000'), at(215, 192, '46,000')],
    ]
    const source = drawSource({ texts, rules })
    expect(found(source)).toEqual([['R2年度|R3年度', '45,000|46,000']])
    expect(lines(source)).toEqual(['【事業名】診療所の運営', '【関係市町村】釧路市', '【事業費】'])
  })

  it('takes a frame around text for no table', () => {
    const source = drawSource({ texts: [at(105, 112, '改訂案')], rules: gridRules([100, 200], [100, 120]) })
    expect(found(source)).toEqual([])
    expect(lines(source)).toEqual(['改訂案'])
  })
})

describe('tables without rules', () => {
  it('are read where figures stand under one another', () => {
    const rows = ['4月', '6月', '9月', '12月'].flatMap((m, i) => [
      at(100, 100 + i * 16, `${m}補正`),
      at(220, 100 + i * 16, `${i + 1},354千円`),
    ])
    expect(found(drawSource({ texts: rows }))).toEqual([
      ['4月補正|1,354千円', '6月補正|2,354千円', '9月補正|3,354千円', '12月補正|4,354千円'],
    ])
  })

  it('have the heads above their marks, which stand closer together', () => {
    const heads = [at(50, 100, '事業名'), at(150, 100, '上田市'), at(190, 100, '東御市'), at(230, 100, '青木村')]
    const rows = ['救急医療', '観光', '環境'].flatMap((m, i) => [
      at(50, 116 + i * 16, m),
      ...[0, 1, 2].map((c) => at(160 + c * 40, 116 + i * 16, c === i ? '－' : '○')),
    ])
    expect(found(drawSource({ texts: [...heads, ...rows] }))).toEqual([
      ['事業名|上田市|東御市|青木村', '救急医療|－|○|○', '観光|○|－|○', '環境|○|○|－'],
    ])
  })

  it('are not made of fields above them, and have one column for narrow and wide figures', () => {
    const row = (y: number, name: string, ...values: string[]) => [
      at(50, y, name),
      ...values.map((v, i) => at(180 + i * 60 - v.length * 5, y, v)),
    ]
    const texts = [
      ...[
        at(50, 100, '事業名'),
        at(110, 100, '生息地の保護'),
        at(50, 114, '関係市町'),
        at(110, 114, '豊岡市、養父市、朝来市、香美町、丹波市'),
      ],
      ...[at(50, 128, '事業費'), at(150, 128, 'R5'), at(210, 128, 'R6'), at(270, 128, 'R7')],
      ...[...row(142, '国費', '0', '0', '0'), ...row(156, '県費', '0', '0', '0')],
      ...[...row(170, '市町費', '12,700', '1,700', '700'), ...row(184, '計', '12,700', '1,700', '700')],
    ]
    expect(found(drawSource({ texts }))).toEqual([
      ['事業費|R5|R6|R7', '国費|0|0|0', '県費|0|0|0', '市町費|12,700|1,700|700', '計|12,700|1,700|700'],
    ])
  })

  it('are not made of columns of sentences', () => {
    const rows = ['医療の体制を', '維持するため', '、診療を行う'].flatMap((t, i) =>
      [100, 180, 260].map((x) => at(x, 100 + i * 16, t)),
    )
    expect(found(drawSource({ texts: rows }))).toEqual([])
  })

  it('are not made of a blank date and of who signs below it', () => {
    const texts = [
      ...[at(50, 100, '令和７年'), at(120, 100, '月'), at(160, 100, '日')],
      ...[at(220, 116, '甲　市長'), at(280, 116, '内田'), at(220, 132, '乙　町長'), at(280, 132, '遠藤')],
    ]
    expect(found(drawSource({ texts }))).toEqual([])
  })

  it('are not made of numbered paragraphs', () => {
    const rows = ['１', '２', '３', '４'].flatMap((n, i) => [
      at(100, 100 + i * 16, n),
      at(130, 100 + i * 16, '甲は、必要な経費を負担する。'),
    ])
    expect(found(drawSource({ texts: rows }))).toEqual([])
  })
})

describe('columns without rules', () => {
  const sums = (y: number, ...texts: string[]): DrawnText[] => texts.map((text, i) => at(100 + 60 * i, y, text))

  it('reads headings at the left of their columns over sums at the right of them', () => {
    const head = (y: number): DrawnText[] =>
      ['事業名', 'R6', 'R7', '計'].map((text, i) => at([40, 140, 190, 240][i] as number, y, text))
    const row = (y: number, name: string, ...texts: string[]): DrawnText[] => [
      at(40, y, name),
      ...texts.map((text, i) => at(186 + 50 * i - 5 * text.length, y, text)),
    ]
    const texts = [
      ...head(112),
      ...row(132, '観光', '1,000', '0', '1,000'),
      ...row(152, '防災', '-', '1,200', '1,200'),
      ...row(172, '医療', '300', '400', '700'),
    ]
    expect(found(drawSource({ texts, rules: [] }))).toEqual([
      ['事業名|R6|R7|計', '観光|1,000|0|1,000', '防災|-|1,200|1,200', '医療|300|400|700'],
    ])
  })

  it('reads what stands above columns, across some of them, as none of the table', () => {
    const caption = [at(60, 112, '事業費'), at(190, 112, '（単位：千円、税込）')]
    const rows = [sums(132, 'R6', 'R7', 'R8', '計'), sums(152, '1,000', '1,200', '0', '2,200')]
    const more = sums(172, '300', '400', '0', '700')
    expect(found(drawSource({ texts: [...caption, ...rows.flat(), ...more], rules: [] }))).toEqual([
      ['R6|R7|R8|計', '1,000|1,200|0|2,200', '300|400|0|700'],
    ])
  })
})
