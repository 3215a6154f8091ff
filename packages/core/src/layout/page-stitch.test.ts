import { describe, expect, it } from 'vitest'
import type { Source } from '../read/source.ts'
import type { Table } from './block.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules, horizontal, vertical } from './draw-page.ts'

const tablesOf = (source: Source): Table[] => blocksOf(source).filter((b) => b.kind === 'table')

/** Rows as words: ^ where a cell to the left or above spans. */
const words = (table: Table | undefined): string[] =>
  table?.rows.map((row) => row.map((c) => (c.covered ? '^' : c.text.value)).join('|')) ?? []
const found = (source: Source): string[][] => tablesOf(source).map(words)

const at = (x: number, y: number, text: string, more: Partial<DrawnText> = {}): DrawnText => ({ x, y, text, ...more })
describe('tables over page breaks', () => {
  const xs = [100, 200, 300]
  const head = [at(105, 62, '取組'), at(205, 62, '内容')]

  it('are one, with the repeated header as furniture', () => {
    const source = drawSource(
      { texts: [...head, at(105, 82, '救急'), at(205, 82, '病院の輪番。')], rules: gridRules(xs, [50, 70, 90]) },
      { texts: [...head, at(105, 82, '福祉'), at(205, 82, '見守り。')], rules: gridRules(xs, [50, 70, 90]) },
    )
    expect(found(source)).toEqual([['取組|内容', '救急|病院の輪番。', '福祉|見守り。']])
    expect(tablesOf(source)[0]?.pages).toEqual([1, 2])
    expect(blocksOf(source).flatMap((b) => (b.kind === 'line' ? [b.furniture] : []))).toEqual([
      'running-header',
      'running-header',
    ])
  })

  it('go on within a row that stops in the middle of a sentence', () => {
    const source = drawSource(
      { texts: [...head, at(105, 82, '救急'), at(205, 82, '休日と夜間の診療を')], rules: gridRules(xs, [50, 70, 90]) },
      {
        texts: [at(205, 62, '続ける。'), at(105, 82, '福祉'), at(205, 82, '見守り。')],
        rules: gridRules(xs, [50, 70, 90]),
      },
    )
    expect(found(source)).toEqual([['取組|内容', '救急|休日と夜間の診療を続ける。', '福祉|見守り。']])
  })

  it('go on within a row of which one cell is cut inside a sentence, whatever short line stands beside it', () => {
    const three = [100, 200, 300, 400]
    const source = drawSource(
      {
        texts: [
          ...[at(105, 62, '取組'), at(205, 62, '内容'), at(305, 62, '役割')],
          ...[at(105, 82, '救急'), at(205, 82, '診療'), at(305, 82, '休日と夜間の診療を')],
        ],
        rules: gridRules(three, [50, 70, 90]),
      },
      { texts: [at(205, 62, '体制の維持'), at(305, 62, '続ける。')], rules: gridRules(three, [50, 70]) },
    )
    expect(found(source)).toEqual([['取組|内容|役割', '救急|診療体制の維持|休日と夜間の診療を続ける。']])
  })

  it('go on within a row whose name stops behind a conjunction, though its line had space left', () => {
    const source = drawSource(
      { texts: [...head, at(105, 82, '路線再編及び'), at(205, 82, '○')], rules: gridRules(xs, [50, 70, 90]) },
      {
        texts: [...head, at(105, 82, '実証運行'), at(105, 102, '研修'), at(205, 102, '○')],
        rules: gridRules(xs, [50, 70, 90, 110]),
      },
    )
    expect(found(source)).toEqual([['取組|内容', '路線再編及び実証運行|○', '研修|○']])
  })

  it('go on within a row whose lists go on', () => {
    const source = drawSource(
      {
        texts: [...head, at(105, 82, '救急'), at(205, 82, '(1) 診療を行う。'), at(205, 94, '(2) 広報を行う。')],
        rules: gridRules(xs, [50, 70, 100]),
      },
      {
        texts: [at(205, 62, '(3) 研修を行う。'), at(105, 82, '福祉'), at(205, 82, '(1) 見守る。')],
        rules: gridRules(xs, [50, 70, 90]),
      },
    )
    expect(found(source)).toEqual([
      ['取組|内容', '救急|(1)診療を行う。(2)広報を行う。(3)研修を行う。', '福祉|(1)見守る。'],
    ])
  })

  it('are one where the rows on one page span columns that those on the other have', () => {
    const source = drawSource(
      { texts: [at(105, 62, '事業名'), at(205, 62, '巡回図書')], rules: gridRules(xs, [50, 70]) },
      {
        texts: [at(105, 62, '事業費'), at(205, 62, '4年度'), at(255, 62, '5年度')],
        rules: gridRules([100, 200, 250, 300], [50, 70]),
      },
    )
    expect(found(source)).toEqual([['事業名|巡回図書|^', '事業費|4年度|5年度']])
  })

  it('are two where the second begins with the label of the first, as a form for each', () => {
    const sheet = (name: string) => ({
      texts: [at(105, 62, '事業名'), at(205, 62, name), at(105, 82, '目的'), at(205, 82, '学び')],
      rules: gridRules(xs, [50, 70, 90]),
    })
    expect(found(drawSource(sheet('巡回図書'), sheet('星空観察')))).toHaveLength(2)
  })

  it('have cells over the rows of both pages', () => {
    const side = [vertical(100, 50, 90), vertical(200, 50, 90), vertical(300, 50, 90)]
    const rules = [horizontal(50, 100, 300), horizontal(70, 200, 300), horizontal(90, 100, 300), ...side]
    const source = drawSource(
      { texts: [at(105, 72, '産業'), at(205, 62, '見本市。'), at(205, 82, '創業。')], rules },
      { texts: [at(205, 62, '農業。'), at(205, 82, '漁業。')], rules },
    )
    expect(found(source)).toEqual([['産業|見本市。', '^|創業。', '^|農業。', '^|漁業。']])
    expect(tablesOf(source)[0]?.rows[0]?.[0]?.rowSpan).toBe(4)
  })

  /** A row over the whole width on the first page; its label and the headings of what stands overleaf. */
  const cut = (above: string, below: string, value = '5年度') => {
    const xs = [100, 160, 230, 300]
    return drawSource(
      {
        texts: [
          at(105, 62, '目的'),
          at(165, 62, '学ぶ。'),
          at(105, 82, above),
          at(165, 82, '4年度'),
          at(235, 82, value),
        ],
        rules: gridRules(xs, [50, 70, 90]),
      },
      { texts: [at(105, 62, below), at(165, 62, '30千円'), at(235, 62, '20千円')], rules: gridRules(xs, [50, 70]) },
    )
  }

  it('have a label that stands whole below the break', () => {
    expect(found(cut('', '事業費'))[0]?.slice(1)).toEqual(['事業費|4年度|5年度', '^|30千円|20千円'])
  })

  it('have a label that the break cuts in brackets', () => {
    expect(found(cut('事業費（', '千円）'))[0]?.slice(1)).toEqual(['事業費（千円）|4年度|5年度', '^|30千円|20千円'])
  })

  it('begin a new row where a cell that is not full has more overleaf, however full its neighbours are', () => {
    expect(found(cut('区分', '見込', '令和５年度'))[0]?.slice(1)).toEqual([
      '区分|4年度|令和５年度',
      '見込|30千円|20千円',
    ])
  })

  it('begin a new row under one whose label fills its column and whose text has come to its end', () => {
    const narrow = [100, 130, 300]
    const source = drawSource(
      {
        texts: [at(105, 62, '区分'), at(135, 62, '内容'), at(105, 82, '目的'), at(135, 82, '学ぶ。')],
        rules: gridRules(narrow, [50, 70, 90]),
      },
      { texts: [at(105, 62, '概要'), at(135, 62, '巡回。')], rules: gridRules(narrow, [50, 70]) },
    )
    expect(found(source)).toEqual([['区分|内容', '目的|学ぶ。', '概要|巡回。']])
  })

  const rowsAt = [50, 70, 95, 115, 135]
  const column = (x: number, ...words: string[]) => words.map((w, i) => at(x, [62, 84, 107, 127][i] as number, w))

  it('have columns that are printed on overleaf, whether those at the left are repeated or not', () => {
    const left = {
      texts: [...column(105, '事業', '病院', '鉄道', '観光'), ...column(205, '内容', '診療', '運行', '宣伝')],
      rules: gridRules(xs, rowsAt),
    }
    const amounts = [...column(155, '4年度', '10', '20', '30'), ...column(205, '計', '11', '22', '33')]
    const right = { texts: amounts, rules: gridRules([150, 200, 270], rowsAt) }
    const rows = ['事業|内容|4年度|計', '病院|診療|10|11', '鉄道|運行|20|22', '観光|宣伝|30|33']
    expect(found(drawSource(left, right))).toEqual([rows])
    const repeated = {
      texts: [...column(55, '事業', '病院', '鉄道', '観光'), ...amounts],
      rules: gridRules([50, 150, 200, 270], rowsAt),
    }
    expect(found(drawSource(left, repeated))).toEqual([rows])
    const beside = { texts: [...left.texts, ...amounts.map((t) => ({ ...t, x: t.x + 200 }))] }
    const rules = [...left.rules, ...gridRules([350, 400, 470], rowsAt)]
    expect(found(drawSource({ ...beside, rules }))).toHaveLength(2)
    expect(found(drawSource(left, { ...right, texts: [at(100, 40, '表２'), ...amounts] }))).toHaveLength(2)
  })

  it('have one head over columns of both pages, which stands on one of them', () => {
    const last = [...column(205, '', '4年度', '10', '20')]
    const left = {
      texts: [...column(105, '事業', '', '病院', '鉄道'), ...last].filter((t) => t.text !== ''),
      rules: gridRules(xs, rowsAt),
    }
    const right = {
      texts: [
        at(170, 62, '事業費'),
        ...column(155, '', '5年度', '11', '21'),
        ...column(225, '', '計', '21', '41'),
      ].filter((t) => t.text !== ''),
      rules: [...gridRules([150, 290], rowsAt), vertical(220, 70, 135)],
    }
    expect(found(drawSource(left, right))).toEqual([
      ['事業|事業費|^|^', '|4年度|5年度|計', '病院|10|11|21', '鉄道|20|21|41'],
    ])
  })

  it('are two where their columns differ', () => {
    const source = drawSource(
      { texts: head, rules: gridRules(xs, [50, 70, 90]) },
      { texts: head, rules: gridRules([100, 150, 300], [50, 70, 90]) },
    )
    expect(found(source)).toHaveLength(2)
  })
})
