import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, closeLetterSpacing, isLetterSpaced, isScattered, join, splitAtSpaces } from './clean.ts'
import { fold } from './fold.ts'
import { placeOf, textOf } from './text.ts'

const whole = (s: string) => textOf(s, 0, s.length)

describe('letter spacing', () => {
  it('is found where most characters stand apart', () => {
    expect(isLetterSpaced('取 組 を 推 進 す')).toBe(true)
    expect(isLetterSpaced('第 １ 条 　 こ の 協 約')).toBe(true)
    expect(isLetterSpaced('取組を推進する')).toBe(false)
    expect(isLetterSpaced('第１条 この協約は')).toBe(false)
    expect(isLetterSpaced('R4 R5 R6 R7')).toBe(false)
  })

  it('is closed up but for spaces between words', () => {
    expect(closeLetterSpacing(whole('取 組 を 推 進')).value).toBe('取組を推進')
    expect(closeLetterSpacing(whole('第 １ 条 　 こ の 協')).value).toBe('第１条　この協')
    expect(closeLetterSpacing(whole('ア  経 済 の')).value).toBe('ア 経済の')
  })
})

describe('scattered spaces', () => {
  it.each([
    ['当 該 経費 に つい ては 、両 市 が 協議 して 負 担 の 割合 を 定 める もの とす る 。', true],
    ['当該経費については、両市が協議して負担の割合を定めるものとする。', false],
    ['救急医療の維持 輪番制を運営する 費用を負担する ○ ○ － ○ ○ ○ ○ ○ ○ ○ ○ ○', false],
    ['さくら市 つがる市 にかほ市 みやま市', false],
  ])('are told from columns and names: %s', (line, expected) => expect(isScattered(line)).toBe(expected))
})

describe('values as printed in results', () => {
  it('have no spaces between Japanese characters', () => {
    expect(clean(whole(' 15,000 千円 ')).value).toBe('15,000千円')
    expect(clean(whole('SDGs for all　地域')).value).toBe('SDGs for all　地域')
  })

  it('join their lines without one, but for Latin words', () => {
    expect(join([whole('連携す'), whole('  る取組')]).value).toBe('連携する取組')
    expect(join([whole('regional'), whole('vision')]).value).toBe('regional vision')
  })

  it('know the place of every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙 　ア1a。\n') }), (s) => {
        const text = clean(whole(s))
        expect([...text.offsets].map((o) => s[o]).join('')).toBe(text.value)
      }),
    )
  })

  it('have their pieces where lines tear them', () => {
    const source = '甲は乙は、\n取組を\n推進'
    expect(placeOf(join([textOf(source, 0, 2), textOf(source, 6, 9)]), source)).toEqual({
      span: [0, 9],
      spans: [
        [0, 2],
        [6, 9],
      ],
    })
    expect(placeOf(join([textOf(source, 6, 9), textOf(source, 10, 12)]), source)).toEqual({ span: [6, 12] })
  })
})

describe('folding', () => {
  it('is by width, radicals, dashes and dots, and keeps every index', () => {
    expect(fold('第１条（目的）Ａ～Ｂ･ｶﾞ⻑○')).toBe('第1条(目的)A~B・カ゛長〇')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => fold(s).length === s.length))
  })
})

describe('columns parted by spaces', () => {
  it('are split at gaps of a width', () => {
    expect(splitAtSpaces(whole('取組  甲の役割　　乙の 役割'), 2).map((t) => t.value)).toEqual([
      '取組',
      '甲の役割',
      '乙の 役割',
    ])
  })
})
