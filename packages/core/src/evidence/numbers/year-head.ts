import { fiscalYear } from '../../text/era-date.ts'

/** First year of an era less one, by the names that headings give it. */
const eras: readonly (readonly [names: readonly string[], before: number])[] = [
  [['令和', 'R'], 2018],
  [['平成', 'H'], 1988],
  [['昭和', 'S'], 1925],
]
const eraYear = /(令和|平成|昭和|[RHS])( ?)([0-9]{1,2}|元)(?![0-9])/gu

/** How an era numbers a year; an era ends with the year before the next one's second, and forms printed before that count on. */
function numbered(name: string, year: number): string[] {
  const own = eras.findIndex(([names]) => names.includes(name))
  const place = eras[own]?.[0].indexOf(name) ?? 0
  return eras.flatMap(([names, before], i) => {
    const n = year - before
    // A form keeps its era as long as it can, or goes over to the next one, or back where it had not begun.
    const isBefore = i > own && year > (eras[own]?.[1] ?? 0)
    if (Math.abs(i - own) > 1 || isBefore || n < 1 || n > 64) return []
    return (n === 1 ? ['1', '元'] : [String(n)]).map((number) => `${names[place] as string}\u0000${number}`)
  })
}

/** The ways in which a form that heads a column with `template`, for `of`, heads the one for `year`. */
export function yearHeads(template: string, of: number, year: number): string[] {
  const western = template.replaceAll(String(of), String(year))
  const names = [...western.matchAll(eraYear)]
  if (names.length === 0) return western === template ? [] : [western]
  const [first] = names
  return numbered(first?.[1] ?? '', year)
    .map((own) => {
      const [name = '', number = ''] = own.split('\u0000')
      return western.replace(eraYear, (_, _name: string, space: string) => `${name}${space}${number}`)
    })
    .filter((head) => fiscalYear(head) === year)
}
