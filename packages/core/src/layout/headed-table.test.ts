import { describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules } from './draw-page.ts'

const at = (x: number, y: number, text: string): DrawnText => ({ x, y, text })
const rowsOf = (texts: readonly DrawnText[], rules = gridRules([], [])): string[] =>
  blocksOf(drawSource({ texts, rules })).flatMap((b) =>
    b.kind === 'table'
      ? b.rows.map((r) => r.map((c) => (c.covered ? '^' : c.text.value)).join('|'))
      : [`- ${b.text.value}`],
  )

const head = (y: number): DrawnText[] => [
  at(70, y, '取組'),
  at(200, y, '内容'),
  at(330, y, '甲の役割'),
  at(460, y, '乙の役割'),
]

describe('tables without rules', () => {
  it('are cut where their rows stand apart, below the heads of roles', () => {
    const texts = [
      at(50, 80, '別表（第３条関係）'),
      ...head(100),
      ...[
        at(50, 122, '救急医療'),
        at(150, 122, '休日の診療を支え'),
        at(150, 136, 'る。'),
        at(290, 122, '診療所を置く。'),
        at(420, 122, '負担金を出す。'),
      ],
      ...[
        at(50, 160, '図書館'),
        at(150, 160, '相互に使う。'),
        at(290, 160, '貸出しの仕組みを'),
        at(290, 174, '整える。'),
        at(420, 160, '広報する。'),
      ],
      at(50, 220, '附則として、この協約は公布の日から施行するものとする。甲及び乙が署名した。'),
    ]
    expect(rowsOf(texts)).toEqual([
      '- 別表（第３条関係）',
      '取組|内容|甲の役割|乙の役割',
      '救急医療|休日の診療を支える。|診療所を置く。|負担金を出す。',
      '図書館|相互に使う。|貸出しの仕組みを整える。|広報する。',
      '- 附則として、この協約は公布の日から施行するものとする。甲及び乙が署名した。',
    ])
  })

  it('have texts of the first column that stand in the middle of several rows', () => {
    const row = (y: number, words: readonly string[]): DrawnText[] => words.map((w, i) => at(150 + 130 * i, y, w))
    const texts = [
      ...[at(70, 100, '分野'), at(180, 100, '取組'), at(310, 100, '甲の役割'), at(440, 100, '乙の役割')],
      ...row(122, ['救急医療', '支える。', '負担する。']),
      ...row(146, ['看護学校', '運営する。', '知らせる。']),
      ...row(170, ['健診', '行う。', '受ける。']),
      ...row(194, ['図書館', '開く。', '使う。']),
      ...[at(50, 146, '医療'), at(50, 194, '教育')],
    ]
    expect(rowsOf(texts)).toEqual([
      '分野|取組|甲の役割|乙の役割',
      '医療|救急医療|支える。|負担する。',
      '^|看護学校|運営する。|知らせる。',
      '^|健診|行う。|受ける。',
      '教育|図書館|開く。|使う。',
    ])
  })

  it('are none where rows do not stand apart, where columns do not last, or where rules are', () => {
    const close = [
      ...head(100),
      ...[114, 128, 142].flatMap((y) => [50, 150, 290, 420].map((x) => at(x, y, '同じ間隔の行'))),
    ]
    expect(rowsOf(close).some((r) => r.includes('|'))).toBe(true)
    const prose = [
      ...head(100),
      at(50, 122, '甲の役割と乙の役割は、この表の外に書かれた文章で述べるものとし、欄をまたぐ。'),
    ]
    expect(rowsOf(prose).filter((r) => r.includes('|'))).toEqual([])
  })
})
