import type { Locale } from './words.ts'

/** The first fiscal years of the eras that fiscal years of visions fall in. */
const eras = [
  { letter: 'R', from: 2019 },
  { letter: 'H', from: 1989 },
] as const

/** R8年度; FY2026. */
export function fiscalYearName(year: number, locale: Locale): string {
  const era = eras.find(({ from }) => year >= from)
  return locale === 'en' || !era ? `FY${year}` : `${era.letter}${year - era.from + 1}年度`
}
