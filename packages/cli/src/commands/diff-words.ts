import { type Locale, say, type Words } from '../locale.ts'

/** What the commands that compare say of themselves. */
export const diffWords = {
  templateFiles: {
    ja: '--template にはひな形とそれに対照するファイルを指定してください',
    en: '--template needs a template and what to compare with it',
  },
  tooMany: {
    ja: '比べられるのは二つのファイルです（三つ以上は --template）',
    en: 'compares two files; use --template for more',
  },
  noDocument: {
    ja: '比べられる文書（協約・協定・条例・ビジョンなど）が見つかりません',
    en: 'holds no document that can be compared (agreement, ordinance, vision)',
  },
  noAgreement: {
    ja: '協約・協定・条例などの条文が見つかりません',
    en: 'holds no agreement or ordinance',
  },
  noRedline: {
    ja: '見え消し（取消線のある文字）も、新旧対照表も、二つの版も見つかりません。比べる二つのファイルを指定してください',
    en: 'holds no struck out text, no comparison table and no two versions; name two files to compare',
  },
  strayLine: {
    ja: '新旧対照表の行にタブがなく、どちらの欄の文か分かりません。改行のあるセルは "" で囲んでください',
    en: 'no tab says in which column this line of the comparison table stands; put cells with line breaks in quotation marks',
  },
  noAmendment: { ja: '改め文が見つかりません', en: 'holds no amending provisions' },
  toTerminal: {
    ja: '{format} は端末に表示できません。-o FILE を指定してください',
    en: '{format} cannot be shown on a terminal; use -o FILE',
  },
  templateFormat: {
    ja: '--template で使えるのは {formats} です',
    en: '--template takes {formats}',
  },
  wrongEnding: {
    ja: '{file}: 拡張子 .{ending} のファイルには書けません。拡張子を {endings} のどれかにするか、-f で形式を指定してください',
    en: '{file}: cannot be written as .{ending}; end the name in {endings}, or name a format with -f',
  },
  otherEnding: {
    ja: '{file}: -f {format} と拡張子 .{ending} が合いません。どちらかを改めてください',
    en: '{file}: -f {format} and the ending .{ending} do not agree; change one of them',
  },
  textEnding: {
    ja: '{file}: 拡張子 .{ending} のファイルには書けません。書き出すのはテキストです。拡張子を .txt にしてください',
    en: '{file}: cannot be written as .{ending}; the result is text, so end the name in .txt',
  },
  written: { ja: '{file} に書きました', en: 'wrote {file}' },
  nothingToAmend: {
    ja: '本則と別表に改めるところがないため、改め文はありません',
    en: 'nothing to amend in articles and tables',
  },
  notAmended: {
    ja: '改め文に含まれない違いがあります: {names}',
    en: 'differences that no amendment says: {names}',
  },
  whole: {
    ja: '全部改正の文にしました（{reason}）',
    en: 'amended as a whole: {reason}',
  },
  notApplied: {
    ja: '{number} 番目の改正を適用できません（{reason}）: {text}',
    en: 'operation {number} cannot be applied ({reason}): {text}',
  },
  leftOut: {
    ja: '条・附則・別表の外の記載（{names}）は書き出しません。手で補ってください',
    en: 'text outside articles and tables is not written ({names}); add it by hand',
  },
  nothing: { ja: '変更はありません', en: 'no change' },
  overview: { ja: '変更の概要', en: 'Overview' },
  articles: { ja: '条', en: 'Articles' },
  supplementary: { ja: '附則', en: 'Supplementary provisions' },
  initiatives: { ja: '取組', en: 'Initiatives' },
  appendedTables: { ja: '別表', en: 'Appended tables' },
  indicators: { ja: '圏域、政策分野、取組の指標', en: 'Indicators of the region' },
  projects: { ja: '事務事業', en: 'Projects' },
  texts: { ja: 'その他の記載', en: 'Other text' },
  noise: { ja: '書き方だけの違い（変更に数えない）', en: 'Other ways of writing (no changes)' },
  misread: { ja: '読み取りによるとみられる違い（変更に数えない）', en: 'Probably misread characters (no changes)' },
  times: { ja: '{count} か所', en: '{count} times' },
  oldColumn: { ja: '改正前の欄', en: 'old column' },
  newColumn: { ja: '改正後の欄', en: 'new column' },
  unrelated: {
    ja: '二つの文書に対応する条・取組・事業が一つもありません。別の文書を比べていませんか',
    en: 'the two documents have no article, initiative or project in common: is one of them another document?',
  },
  splitFrom: { ja: '（{unit}から分かれたもの）', en: '(split from {unit})' },
  mergedInto: { ja: '（{unit}に統合）', en: '(merged into {unit})' },
  rolledOnly: { ja: '（計画期間のみ）', en: '(period only)' },
  comes: { ja: '追加', en: 'new' },
  goes: { ja: '{years}年度は計画の外に', en: '{years} no longer covered' },
  added: { ja: '新規', en: 'added' },
  deleted: { ja: '削除・終了', en: 'deleted or ended' },
  changed: { ja: '変更', en: 'changed' },
  silent: {
    ja: '抜粋にないため比べていないもの {count} 件',
    en: '{count} left out by an excerpt and not compared',
  },
  renumberedOnly: { ja: '（番号のみ）', en: '(number only)' },
  movedOnly: { ja: '（位置のみ）', en: '(place only)' },
  placeAndNumber: { ja: '（位置と番号のみ）', en: '(place and number only)' },
  moved: { ja: '（位置も変更）', en: '(moved too)' },
  reorderedOnly: { ja: '（順序のみ）', en: '(order only)' },
  reordered: { ja: '（順序も変更）', en: '(elsewhere in the order too)' },
  pillar: { ja: '区分', en: 'pillar' },
  initiative: { ja: '取組', en: 'initiative' },
  referenceOnly: { ja: '（引用条項のみ）', en: '(references only)' },
  joined: { ja: '加入', en: 'joined' },
  left: { ja: '離脱', en: 'left' },
  members: { ja: '連携市町', en: 'participants' },
  budget: { ja: '事業費', en: 'budget' },
  total: { ja: '計', en: 'total' },
  thousandYen: { ja: '千円', en: 'thousand yen' },
  indicator: { ja: '指標', en: 'indicator' },
  group: { ja: '見出し', en: 'group' },
  baseline: { ja: '基準値', en: 'baseline' },
  target: { ja: '目標値', en: 'target' },
  role: { ja: '{party}の役割', en: 'role of {party}' },
  caption: { ja: '見出し', en: 'caption' },
  description: { ja: '取組内容', en: 'content' },
  template: { ja: 'ひな形', en: 'template' },
  same: { ja: '同', en: 'same' },
  differs: { ja: '異', en: 'diff' },
  only: { ja: '独自', en: 'only' },
  missing: { ja: 'なし', en: 'none' },
} as const satisfies Record<string, Words>

const fields: Readonly<Record<string, Words>> = {
  supplementary: { ja: '附則', en: 'supplementary provisions' },
  title: { ja: '題名', en: 'title' },
  number: { ja: '番号', en: 'number' },
  volume: { ja: '分冊', en: 'volume' },
  issuer: { ja: '発行', en: 'issuer' },
  revision: { ja: '版の表示', en: 'revision' },
  preamble: { ja: '前文', en: 'preamble' },
  closing: { ja: '末文', en: 'closing' },
  amends: { ja: '改正対象', en: 'amends' },
  date: { ja: '日付', en: 'date' },
  parties: { ja: '当事者', en: 'parties' },
  signatories: { ja: '署名', en: 'signed by' },
  sections: { ja: '本文', en: 'text' },
  pillars: { ja: '政策分野', en: 'pillars' },
  initiatives: { ja: '取組', en: 'initiatives' },
  declaredProjectCount: { ja: '記載の事業数', en: 'projects as counted in the text' },
  declaredInitiativeCount: { ja: '記載の取組数', en: 'initiatives as counted in the text' },
  members: { ja: '構成市町村', en: 'members' },
  purpose: { ja: '事業目的', en: 'purpose' },
  activities: { ja: '事業内容', en: 'activities' },
  schedule: { ja: '工程', en: 'schedule' },
  roles: { ja: '役割・費用負担', en: 'roles' },
  budget: { ja: '財源', en: 'source of funds' },
  sdgs: { ja: 'SDGs', en: 'SDGs' },
  notes: { ja: '備考', en: 'notes' },
  milestone: { ja: '途中の目標', en: 'target on the way' },
  result: { ja: '実績', en: 'result' },
  source: { ja: '出典', en: 'source' },
  marks: { ja: '一覧表の印', en: 'mark in the grid' },
}

/** The name of a field as people call it: roles:甲 → 役割・費用負担（甲）. */
export function fieldName(field: string, locale: Locale): string {
  const [name = '', ...rest] = field.split(':')
  const of = rest.filter((part) => part !== '').join(' ')
  const named = fields[name]
  const said = named ? say(named, locale) : name
  if (of === '') return said
  return locale === 'ja' ? `${said}（${of}）` : `${said} (${of})`
}
