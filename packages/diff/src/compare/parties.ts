import type { Document } from '@kyoyaku/core'

/** What a party is called after its kind: 乙の町長 and 乙の市長 say the same of two partners. */
const kinds = /(?<=[甲乙丙丁戊己庚辛壬癸]の?)[市町村](?=長|議会|民|内|域|の区域|職員)/gu
const pair = /両(?:市町村|市町|市村|町村|市|町|村)/gu

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/**
 * Texts of an agreement with the names of its parties and of its region as symbols, so that agreements of one template say the
 * same whoever concludes them.
 */
export function moduloParties(document: Document): (text: string) => string {
  if (document.type !== 'agreement') return (text) => text
  const symbols = new Map<string, string>()
  document.parties.forEach(({ name, symbol }, i) => {
    // Two rows can share a symbol (両市): their places tell them apart.
    const single = document.parties.filter((p) => p.symbol === symbol).length === 1
    const own = symbol !== name && symbol !== '' && single ? symbol : (circled[i] ?? '')
    if (name !== '' && !symbols.has(name)) symbols.set(name, `〔${own}〕`)
  })
  const region = document.region?.name
  if (region) symbols.set(region, '〔圏域〕')
  const names = [...symbols.keys()].sort((a, b) => b.length - a.length)
  const escaped = names.map((n) => n.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const pattern = names.length > 0 ? new RegExp(escaped.join('|'), 'gu') : undefined
  return (text) => {
    const named = pattern ? text.replace(pattern, (name) => symbols.get(name) as string) : text
    return named.replace(kinds, '市').replace(pair, '両市')
  }
}
