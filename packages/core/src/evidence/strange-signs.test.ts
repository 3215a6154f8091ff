import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strangeSigns } from './strange-signs.ts'

const strange = (text: string, confidence = 0.85): string[] =>
  strangeSigns(text, () => confidence).map((i) => text[i] as string)

describe('signs where none stands', () => {
  it('are stops before all words, and those behind a full stop', () => {
    expect(strange('。港の利用を進める。')).toEqual(['。'])
    expect(strange('港の利用を進める。:')).toEqual([':'])
    expect(strange('港の利用を、進める。')).toEqual([])
  })

  it('are middle dots beside stops and behind all words, and points behind no figure', () => {
    expect(strange('港及び,・浜の利用')).toEqual(['・'])
    expect(strange('港の利用・')).toEqual(['・'])
    expect(strange('40人以上.(令和9年度)')).toEqual(['.'])
    expect(strange('・港・浜 3.5人')).toEqual([])
    expect(strange('港・・・浜...')).toEqual([])
  })

  it('are unsure letters but for words of the field', () => {
    expect(strange('しL形の溝')).toEqual(['L'])
    expect(strange('しL形の溝', 0.95)).toEqual([])
    expect(strange('(KPI)とSDGs、R8年度')).toEqual([])
  })

  it('are unsure signs that such documents hardly have', () => {
    expect(strange('連携に取り組む<')).toEqual(['<'])
  })

  it('are found in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const i of strangeSigns(text, () => 0.5)) expect(i).toBeLessThan(text.length)
      }),
    )
  })
})
