import { readMunicipalities } from '../../../municipality/municipality-name.ts'
import { matchesOf } from '../../../text/matches.ts'
import { filled, type Row } from '../row.ts'

/** What 甲, 乙 or ① stand for where the document says so. */
export type Symbols = ReadonlyMap<string, readonly string[]>

/** Longer lines are text in which no legend is looked for. */
const longestLegend = 400
const enclosed = '①-⑳'
/** ①熊本市 */
const numbered = new RegExp(`([${enclosed}])([^${enclosed}、。,]{2,10}[市町村区])(?![^${enclosed}、。,()])`, 'gu')
/** 甲：豊岡市、乙＝香美町・新温泉町 */
const lettered = /([甲乙丙丁戊])[:=]([^甲乙丙丁戊:=。]{2,80})/gu
/** 豊岡市（以下「甲」という。） */
const defined = /([^\s、。()「」]{2,10}[市町村])\(以下「([甲乙丙丁戊])」/gu

const exactly = (printed: string): string | undefined => {
  const [read, ...others] = readMunicipalities(printed)
  return read && others.length === 0 && printed.endsWith(read.name) ? read.name : undefined
}

/** Reads what symbols the document gives to municipalities. A symbol that is given to different ones stands for none. */
export function readSymbols(rows: readonly Row[]): Symbols {
  const symbols = new Map<string, readonly string[]>()
  const doubted = new Set<string>()
  const add = (symbol: string, names: readonly string[]): void => {
    if (names.length === 0) return
    const known = symbols.get(symbol)
    if (known && known.join() !== names.join()) doubted.add(symbol)
    symbols.set(symbol, names)
  }
  for (const row of rows) {
    const bare = filled(row)
      .map((c) => c.bare)
      .join('')
    if (bare.length > longestLegend) continue
    for (const [, symbol, printed] of matchesOf(bare, numbered))
      add(symbol as string, [exactly(printed as string) ?? []].flat())
    for (const [, symbol, printed] of matchesOf(bare, lettered)) {
      const parts = (printed as string)
        .replace(/[()（）]+$/u, '')
        .split(/[、,・]|及び/u)
        .filter((p) => p !== '')
      const names = parts.map(exactly)
      if (names.every((n) => n !== undefined)) add(symbol as string, names)
    }
    if (!bare.includes('(以下「')) continue
    for (const [, printed, symbol] of matchesOf(bare, defined))
      add(symbol as string, [exactly(printed as string) ?? []].flat())
  }
  for (const symbol of doubted) symbols.delete(symbol)
  return symbols
}

const listed = new RegExp(`^(?:[${enclosed}甲乙丙丁戊]|[、,・~/\\s]|及び|と)+$`, 'u')
const range = new RegExp(`([${enclosed}])~([${enclosed}])`, 'gu')

/** The municipalities of a cell that names them by their symbols: ①②⑤, ①～④, 甲、乙. Undefined where one stands for none. */
export function bySymbols(bare: string, symbols: Symbols): string[] | undefined {
  if (symbols.size === 0 || !listed.test(bare)) return undefined
  const spread = bare.replace(range, (_, from: string, to: string) => {
    const [a, b] = [from.charCodeAt(0), to.charCodeAt(0)]
    return String.fromCharCode(...Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i))
  })
  const keys = spread.match(new RegExp(`[${enclosed}甲乙丙丁戊]`, 'gu')) ?? []
  const names = keys.map((key) => symbols.get(key))
  return names.length > 0 && names.every((n) => n !== undefined) ? [...new Set(names.flat())] : undefined
}
