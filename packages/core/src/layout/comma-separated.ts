/** So many lines tell whether a text is separated by commas, and at least these many have to. */
const looked = 100
const fewestRows = 3
/** Fewer commas a line than these stand in sentences and lists of names. */
const fewestCommas = 2
/** Share of the lines that have the same number of them: spreadsheets write every row with as many as its table has. */
const sameShare = 0.8

/** Lines above the table that are no row of it: 別表（第３条関係）. */
const mostTitles = 2
/** Bars and tabs part the cells of other tables, whose sums have commas in them. */
const otherDelimiter = /[|｜│\t]/u

const quotation = /"(?:[^"]|"")*"/gu

/** Whether a text is what spreadsheets write as CSV: line after line as many commas outside of quotation marks. */
export function isCommaSeparated(text: string): boolean {
  if (!text.includes(',')) return false
  const counts = new Map<number, number>()
  let rows = 0
  let titles = 0
  for (const line of headOf(text).replaceAll(quotation, '').split('\n')) {
    if (line.trim() === '') continue
    if (rows === 0 && !otherDelimiter.test(line) && !line.includes(',') && titles++ < mostTitles) continue
    if (++rows > looked) break
    const commas = line.split(',').length - 1
    counts.set(commas, (counts.get(commas) ?? 0) + 1)
  }
  const [commas, same] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])
  if (titles > 0 && same < rows) return false
  return commas >= fewestCommas && same >= fewestRows && same >= Math.min(rows, looked) * sameShare
}

/** Characters that are looked at; cells can be long. */
const headLength = 50_000
const headOf = (text: string): string => {
  if (text.length <= headLength) return text
  const head = text.slice(0, headLength)
  return head.slice(0, head.lastIndexOf('\n'))
}
