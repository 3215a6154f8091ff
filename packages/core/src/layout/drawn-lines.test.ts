import { describe, expect, it } from 'vitest'
import type { Source } from '../read/source.ts'
import type { Line } from './block.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, horizontal } from './draw-page.ts'

const linesOf = (source: Source): Line[] => blocksOf(source).filter((b) => b.kind === 'line')
const at = (x: number, y: number, text: string, more: Partial<DrawnText> = {}): DrawnText => ({ x, y, text, ...more })
const read = (...texts: DrawnText[]): string[] => linesOf(drawSource({ texts })).map((l) => l.text.value)

describe('lines of drawn pages', () => {
  it('are read from top to bottom, whatever the order of drawing', () => {
    expect(read(at(50, 120, '次条'), at(50, 100, '前条'))).toEqual(['前条', '次条'])
  })

  it('have a space where characters stand apart, and none within letter spacing', () => {
    expect(read(at(50, 100, '第１条'), at(90, 100, 'この協約は'))).toEqual(['第１条　この協約は'])
    expect(read(at(50, 100, '取組を推進する', { spacing: 6 }))).toEqual(['取組を推進する'])
    expect(read(at(50, 100, '15,000'), at(82, 100, '千円'))).toEqual(['15,000千円'])
  })

  it('have the characters that radicals in fonts stand for', () => {
    expect(read(at(50, 100, '⻑野市⺠'))).toEqual(['長野市民'])
  })

  it('know their indent, the blank lines before them and where a paragraph ends', () => {
    const [first, second, third] = linesOf(
      drawSource({
        texts: [
          at(70, 100, '甲及び乙は、次に掲げる取組を推'),
          at(50, 116, '進する。'),
          at(50, 132, '丙は、前項の取組に協力するもの'),
          at(50, 148, 'とする。'),
          at(50, 196, '附則'),
        ],
      }),
    )
    expect([first?.indent, first?.ended, second?.indent, second?.ended]).toEqual([4, false, 0, true])
    expect(third?.gap).toBe(0)
    expect(
      linesOf(drawSource({ texts: [at(50, 100, 'ア'), at(50, 116, 'イ'), at(50, 132, 'ウ'), at(50, 180, 'エ')] })).at(
        -1,
      )?.gap,
    ).toBe(2)
  })

  it('are read column by column where two columns of text stand side by side', () => {
    const column = (x: number, word: string) =>
      [0, 1, 2, 3].map((i) => at(x, 100 + i * 16, `${word}は取組を推進するものとする`))
    expect(
      read(...column(50, '左'), ...column(250, '右'))
        .map((l) => l[0])
        .join(''),
    ).toBe('左左左左右右右右')
  })

  it('run downwards, from right to left, in vertical writing', () => {
    expect(read(at(400, 100, '一行目', { vertical: true }), at(380, 100, '二行目', { vertical: true }))).toEqual([
      '一行目',
      '二行目',
    ])
  })

  it('leave readings over characters aside', () => {
    const lines = linesOf(drawSource({ texts: [at(50, 89, 'きび', { size: 5 }), at(50, 100, '吉備の国')] }))
    expect(lines.map((l) => [l.text.value, l.furniture])).toEqual([
      ['吉備の国', undefined],
      ['きび', 'label'],
    ])
  })

  it('mark page numbers and what stands on top of every page', () => {
    const sheets = [1, 2, 3, 4].map((n) => ({
      texts: [at(50, 40, '共生ビジョン'), at(50, 400, `本文${n}です`), at(290, 810, `- ${n} -`)],
    }))
    expect(
      linesOf(drawSource(...sheets))
        .slice(0, 3)
        .map((l) => l.furniture),
    ).toEqual(['running-header', undefined, 'page-number'])
  })
})

describe('redlines', () => {
  const marked = (texts: DrawnText[], ...rules: ReturnType<typeof horizontal>[]): unknown =>
    linesOf(drawSource({ texts, rules })).map((l) => [l.text.value, l.runs?.map((r) => `${r.mark}:${r.text.value}`)])

  it('have struck text in their runs and not in their text', () => {
    expect(
      marked(
        [
          at(50, 100, '負担は'),
          at(80, 100, '300', { color: '#0000ff' }),
          at(95, 100, '450', { color: '#0000ff' }),
          at(110, 100, '千円'),
        ],
        horizontal(96, 80, 95, '#0000ff'),
      ),
    ).toEqual([['負担は450千円', ['deleted:300', 'inserted:450']]])
  })

  it('keep characters of which a bar is drawn once more', () => {
    const rules = [horizontal(96, 51, 56), horizontal(96, 112, 117)]
    const [line] = linesOf(drawSource({ texts: [at(50, 100, '②有害鳥獣の対策')], rules }))
    expect([line?.text.value, line?.runs]).toEqual(['②有害鳥獣の対策', undefined])
  })

  it('are read whatever the colour, with one strike or two', () => {
    expect(
      marked(
        [at(50, 100, '旧町'), at(70, 100, '新市', { color: '#008000' }), at(90, 100, 'の役割')],
        horizontal(95, 50, 70),
        horizontal(97, 50, 70),
      ),
    ).toEqual([['新市の役割', ['deleted:旧町', 'inserted:新市']]])
  })

  it('have underlines that mean nothing but themselves', () => {
    expect(marked([at(50, 100, '下線部は改正後')], horizontal(101.5, 50, 80))).toEqual([
      ['下線部は改正後', ['underlined:下線部']],
    ])
  })

  it('are no redlines where only the colour differs', () => {
    expect(marked([at(50, 100, '概要', { color: '#ff0000' }), at(50, 120, '本文')])).toEqual([
      ['概要', undefined],
      ['本文', undefined],
    ])
  })
})
