const partnerMark = /^(?:等)?(?:と|に(?:対|よ)|及び|並びに|が|[、,])/u

/** Whether a text names a party as somebody else: 乙と連携し. Given folded. */
export function mentions(folded: string, symbol: string): boolean {
  for (let i = folded.indexOf(symbol); i >= 0; i = folded.indexOf(symbol, i + 1)) {
    if (partnerMark.test(folded.slice(i + symbol.length, i + symbol.length + 4))) return true
  }
  return false
}
