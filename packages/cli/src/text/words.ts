import { type Locale, say, type Words } from '../locale.ts'

const kindWords = {
  agreement: { ja: '協約・協定', en: 'agreement' },
  regulation: { ja: '条例・規約・規則', en: 'regulation' },
  vision: { ja: 'ビジョン', en: 'vision' },
  outline: { ja: '概要', en: 'outline' },
  profile: { ja: '圏域の紹介', en: 'profile' },
  amendment: { ja: '改正文', en: 'amendment' },
} as const satisfies Record<string, Words>

/** The name of a kind of document. */
export function kindName(type: string, locale: Locale): string {
  const named: Readonly<Record<string, Words>> = kindWords
  return named[type] ? say(named[type], locale) : type
}

/** Names of the parts of documents, as people in municipal offices write them. */
export const words = {
  ...kindWords,
  draft: { ja: '案', en: 'draft' },
  concluded: { ja: '締結', en: 'concluded' },
  original: { ja: '策定', en: 'original' },
  revised: { ja: '改訂', en: 'revised' },
  excerpt: { ja: '抜粋', en: 'excerpt' },
  parties: { ja: '当事者', en: 'parties' },
  placeholder: { ja: '未記入', en: 'to be filled in' },
  region: { ja: '圏域', en: 'region' },
  members: { ja: '構成市町村', en: 'members' },
  otherRegion: { ja: '他の圏域', en: 'also in' },
  basis: { ja: '根拠', en: 'legal basis' },
  date: { ja: '締結日', en: 'concluded' },
  dated: { ja: '年月', en: 'dated' },
  updatedOn: { ja: '更新日', en: 'updated' },
  effectiveOn: { ja: '施行日', en: 'effective' },
  amends: { ja: '改正対象', en: 'amends' },
  issuer: { ja: '発行', en: 'issuer' },
  term: { ja: '期', en: 'term' },
  articles: { ja: '条文', en: 'Articles' },
  supplementary: { ja: '附則', en: 'Supplementary provisions' },
  statutes: { ja: '法令の抜粋', en: 'Statutes quoted' },
  initiatives: { ja: '取組と役割分担', en: 'Initiatives and roles' },
  visionInitiatives: { ja: '取組', en: 'Initiatives' },
  description: { ja: '内容', en: 'content' },
  grid: { ja: '連携市町の一覧', en: 'Participation' },
  gridDoubt: { ja: '? は列の対応が確かでない行', en: '? marks rows whose columns are uncertain' },
  projects: { ja: '事務事業と事業費', en: 'Projects and budgets' },
  interRegion: { ja: '圏域間連携事業と事業費', en: 'Inter-region projects and budgets' },
  indicators: { ja: '重要業績評価指標', en: 'Indicators' },
  regionIndicators: { ja: '圏域、政策分野、取組の指標', en: 'Indicators of the region' },
  wholeRegion: { ja: '圏域全体', en: 'the whole region' },
  pillars: { ja: '政策分野', en: 'Pillars' },
  operations: { ja: '改める箇所', en: 'Operations' },
  total: { ja: '計', en: 'total' },
  thousandYen: { ja: '単位: 千円', en: 'thousand yen' },
  yen: { ja: '単位: 円', en: 'yen' },
  signatories: { ja: '署名', en: 'signed by' },
  wrong: { ja: '合わないところ・確かめるところ', en: 'What does not add up' },
  right: { ja: '合わないところはありません', en: 'Everything adds up' },
  nothing: { ja: '読み取れる文書がありません', en: 'No document was recognised' },
  more: { ja: 'ほか {count} 件', en: 'and {count} more' },
  error: { ja: 'エラー', en: 'error' },
  warning: { ja: '警告', en: 'warning' },
  info: { ja: '情報', en: 'note' },
} as const satisfies Record<string, Words>
