const digits = '〇一二三四五六七八九'

/** 第百二十三条, as the gazette numbers articles; below ten thousand. */
function kanji(n: number): string {
  let text = ''
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10
    if (digit > 0) text += (digit > 1 || unit === 1 ? digits[digit] : '') + name
  }
  return text
}

const subjects = ['市長', '管理者', '連絡協議会', '関係市町村', '利用者', '指定管理者']
const objects = ['施設の使用', '事業の計画', '費用の負担', '職員の派遣', '情報の提供', '証明書の交付']
const endings = [
  'について、あらかじめ協議しなければならない。',
  'に関し必要な事項を、規則で定める。',
  'を行うものとし、その結果を公表する。',
  'に要する経費を、予算の範囲内で支弁する。',
]
const kana = [...'イロハニホ']
const pick = (from: readonly string[], seed: number): string => from[seed % from.length] ?? ''
const sentence = (seed: number): string =>
  `${pick(subjects, seed)}は、${pick(objects, seed * 7 + 3)}${pick(endings, seed * 5 + 1)}`

/**
 * A statute of so many articles: captions, paragraphs, items and what is below them, in the form that both this
 * project and Lawtext read. The same number gives the same text.
 */
function statute(articles: number): string {
  const lines = ['共同利用施設条例', '（令和四年条例第三号）']
  for (let n = 1; n <= articles; n++) {
    if (n % 20 === 1) lines.push('', `      第${kanji((n - 1) / 20 + 1)}章　${pick(objects, n)}`)
    lines.push('', `（${pick(objects, n * 11)}）`, `第${kanji(n)}条　${sentence(n)}${sentence(n * 3)}`)
    if (n % 2 === 0) lines.push(`２　前項の規定にかかわらず、${sentence(n + 5)}`)
    if (n % 3 > 0) continue
    lines.push(`${n % 2 === 0 ? '３' : '２'}　前項の事項は、次のとおりとする。`)
    for (let item = 1; item <= 4; item++) {
      lines.push(`　${kanji(item)}　${pick(objects, n + item)}`)
      if (item === 2) for (const label of kana) lines.push(`　　${label}　${pick(subjects, n + label.charCodeAt(0))}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** A statute of about so many characters. */
export function statuteOf(characters: number): string {
  const sample = 200
  const perArticle = statute(sample).length / sample
  const wanted = Math.max(1, Math.round(characters / perArticle))
  // Numbers of articles end below ten thousand: longer texts are several statutes, as a file may hold several documents.
  const limit = 5000
  return statute(Math.min(wanted, limit)).repeat(Math.ceil(wanted / limit))
}
