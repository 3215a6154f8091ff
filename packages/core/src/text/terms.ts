import type { Token } from './tokenizer.ts'

/** Words of the field that a general dictionary cuts up. */
export const domainTerms: readonly string[] = [
  '一部事務組合',
  '圏域',
  '定住自立圏',
  '定住自立圏形成協定',
  '定住自立圏共生ビジョン',
  '共生ビジョン',
  '連携中枢都市',
  '連携中枢都市圏',
  '連携中枢都市圏ビジョン',
  '連携中枢都市圏形成',
  '連携協約',
  '連携市町',
  '連携市町村',
  '関係市町',
  '関係市町村',
  '広域連合',
  '事務の委託',
  '事務事業',
  '役割分担',
  '費用負担',
  '産学金官民',
  '産学官',
  '懇談会',
  '協議会',
  '連絡会議',
  '高次都市機能',
  '生活関連機能サービス',
  '住民サービス',
  '地域公共交通',
  '地産地消',
  '移住定住',
  '鳥獣被害',
  '人材育成',
  '重要業績評価指標',
]

/**
 * Joins neighbouring tokens that together are a term, the longest where several are. A term inside a token or across
 * the edge of one is left alone: 中町 is not read out of 田中|町長.
 */
export function mergeTerms(tokens: readonly Token[], terms: Iterable<string>): Token[] {
  const known = new Set(terms)
  let longest = 0
  for (const term of known) longest = Math.max(longest, term.length)
  const merged: Token[] = []
  for (let i = 0; i < tokens.length; ) {
    let surface = ''
    let end = i + 1
    for (let k = i; k < tokens.length; k++) {
      surface += tokens[k]?.surface ?? ''
      if (surface.length > longest) break
      if (known.has(surface)) end = k + 1
    }
    const words = tokens.slice(i, end)
    if (words.length === 1 && words[0]) merged.push(words[0])
    else merged.push({ surface: words.map((word) => word.surface).join(''), content: true })
    i = end
  }
  return merged
}
