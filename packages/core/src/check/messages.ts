import type { DiagnosticCode, Severity } from '../schema/diagnostic.ts'

/** What a diagnostic is about; named members stand in its message. */
export type MessageData = Record<string, unknown>

interface Message {
  severity: Severity
  /** Words with {members} of the data. */
  ja: string
  en: string
}

const messages: Record<DiagnosticCode, Message> = {
  'amendment-unread': {
    severity: 'warning',
    ja: '改正の内容を読み取れない記載です: {text}',
    en: 'no operation of an amendment could be read: {text}',
  },
  'amount-unread': {
    severity: 'warning',
    ja: '「{project}」の事業費に金額として読み取れない欄があります: {text}',
    en: '"{project}": a cell of its sums could not be read as an amount: {text}',
  },
  'article-gap': {
    severity: 'warning',
    ja: '条番号が連続していません: 第{previous}条の次が第{found}条です',
    en: 'article numbers do not follow on: {found} comes after {previous}',
  },
  'budget-total-mismatch': {
    severity: 'error',
    ja: '「{project}」の事業費の計が年度別の合計と一致しません: 計 {declared} 円、合計 {sum} 円',
    en: '"{project}": the total is {declared} yen but its years add up to {sum} yen',
  },
  'date-invalid': {
    severity: 'warning',
    ja: '暦にない日付です: {text}',
    en: 'no such day in the calendar: {text}',
  },
  'grid-row-unmarked': {
    severity: 'warning',
    ja: '表の「{project}」の行に印がありません。参加市町村のない事業か、下の行の見出しかを原文で確認してください',
    en: '"{project}": its row of the grid has no mark; it may be a project without participants or a heading of the rows below',
  },
  'grid-width-mismatch': {
    severity: 'warning',
    ja: '「{project}」の行の欄数 {found} が市町村の数 {expected} と一致しません',
    en: '"{project}": the row has {found} mark cells for {expected} municipalities',
  },
  'handwriting-found': {
    severity: 'warning',
    ja: '{page} ページに、手書きの線で消されたと見られる箇所があります。読み取りは確かではありません',
    en: 'words on page {page} seem to be struck out by hand; what was read there is doubtful',
  },
  'initiative-count-mismatch': {
    severity: 'warning',
    ja: '施策の数が記載と一致しません: 記載 {declared}、実際 {found}',
    en: 'the document declares {declared} initiatives but holds {found}',
  },
  'ink-unread': {
    severity: 'warning',
    ja: '{page} ページに、文字として読み取れない記載があります',
    en: 'something is written on page {page} of which nothing could be read',
  },
  'municipality-doubtful': {
    severity: 'warning',
    ja: '「{text}」だけが{prefecture}の市町村です。字形の似た「{like}」の誤りではないか、原文を確認してください',
    en: '"{text}" is the only municipality of its prefecture here; it may be {like}, misread or misprinted',
  },
  'municipality-name-repaired': {
    severity: 'info',
    ja: '市町村名を修正しました: {from} → {to}',
    en: 'municipality name repaired: {from} → {to}',
  },
  'municipality-unknown': {
    severity: 'warning',
    ja: '該当する市町村が見当たらない名称です（記載のまま読み取っています）: {text}',
    en: 'no municipality is known by this name, which is read as printed: {text}',
  },
  'ocr-low-confidence': {
    severity: 'warning',
    ja: '文字認識の確度が低い値です: {text}',
    en: 'recognised with low confidence: {text}',
  },
  'page-unreadable': {
    severity: 'error',
    ja: '{page} ページの画像からはほとんど読み取れません: 平均確度 {confidence}',
    en: 'hardly anything on the image of page {page} can be read: mean confidence {confidence}',
  },
  'participation-mismatch': {
    severity: 'warning',
    ja: '「{project}」の連携市町が一覧表と一致しません: 一覧表のみ {gridOnly}、個票のみ {sheetOnly}',
    en: '"{project}": grid and sheet disagree: only in the grid {gridOnly}, only in the sheet {sheetOnly}',
  },
  'indicator-mismatch': {
    severity: 'warning',
    ja: '指標「{indicator}」の値が文書の中で一致しません: {region}、「{other}」では {stated}',
    en: 'values of the indicator "{indicator}" disagree: {region}, and {stated} in "{other}"',
  },
  'indicator-unread': {
    severity: 'warning',
    ja: '「{project}」の指標「{indicator}」の値を一つに読み取れません（複数の数値があります）: {text}',
    en: '"{project}": several numbers stand as one value of "{indicator}" and could not be told apart: {text}',
  },
  'members-unknown': {
    severity: 'warning',
    ja: '「全市町」などとある事業が{count}件ありますが、圏域の構成市町村の名称が文書中に見当たりません（最初の事業: 「{project}」）',
    en: '{count} projects are of all municipalities, and the document nowhere names the members of its region (first: "{project}")',
  },
  'participants-unread': {
    severity: 'warning',
    ja: '「{project}」の連携市町村を読み取れません（原文のまま残しています）: {text}',
    en: '"{project}": who takes part could not be read; it is kept as printed: {text}',
  },
  'projects-missing': {
    severity: 'warning',
    ja: 'ビジョンですが、事業も参加市町村の表も読み取れませんでした（記載は本文として残しています）',
    en: 'a vision in which no project and no grid of participants could be read; its text is in sections',
  },
  'articles-missing': {
    severity: 'warning',
    ja: '協約・協定等ですが、条を読み取れませんでした（記載は本文として残しています）',
    en: 'an agreement or regulation in which no article could be read; its text is in sections',
  },
  'parties-missing': {
    severity: 'warning',
    ja: '協約・協定等ですが、当事者（甲・乙等）を読み取れませんでした',
    en: 'an agreement whose parties could not be read',
  },
  'signatory-mismatch': {
    severity: 'warning',
    ja: '「{party}」は {defined} と定められていますが、記名は {signed} です',
    en: '{party} is defined as {defined} and signed as {signed}',
  },
  'party-undefined': {
    severity: 'warning',
    ja: '役割を持つ「{party}」が、当事者として定められていません',
    en: '{party} has roles but is not defined as a party',
  },
  'project-count-mismatch': {
    severity: 'warning',
    ja: '事務事業の数が記載と一致しません: 記載 {declared}、実際 {found}',
    en: 'the document declares {declared} projects but holds {found}',
  },
  'project-heading-mismatch': {
    severity: 'info',
    ja: '「{project}」の個票は「{heading}」の下にありますが、一覧表では「{grid}」です',
    en: '"{project}" stands under "{heading}" but the grid gives "{grid}"',
  },
  'reading-corrected': {
    severity: 'info',
    ja: '文字認識の読み違いを直しました: {from} → {to}',
    en: 'recognised characters corrected: {from} → {to}',
  },
  'reference-unresolved': {
    severity: 'warning',
    ja: '参照先がありません: {text}',
    en: 'nothing is there to refer to: {text}',
  },
  'region-indicator-unread': {
    severity: 'warning',
    ja: '圏域全体、役割又は取組の指標として読み取れない記載です（記載のまま残しています）: {text}',
    en: 'could not be read as an indicator of the region, a pillar or an initiative, and is kept as printed: {text}',
  },
  'role-missing': {
    severity: 'warning',
    ja: '「{initiative}」に {party} の役割の記載がありません',
    en: '"{initiative}" has no role of {party}',
  },
  'role-unassigned': {
    severity: 'warning',
    ja: '取組の項目に入らない記載です（どの取組のものか決められないもの、費用の負担など）: {text}',
    en: 'could not be tied to an initiative, or is of its costs: {text}',
  },
  'stamp-found': {
    severity: 'info',
    ja: '{page} ページに印影があります。文字としては読み取っていません',
    en: 'there is a stamp on page {page}; it was not read as text',
  },
  'table-unread': {
    severity: 'warning',
    ja: '「{table}」に役割の見出しがありますが、取組ごとには読み取れませんでした（記載は行のまま残しています）',
    en: '"{table}" has headings of roles but could not be read by initiatives; its rows are kept as they are',
  },
  'text-layer-rejected': {
    severity: 'warning',
    ja: 'PDF の隠し文字又は指定された文字認識の結果がページ画像と一致しないため使いませんでした',
    en: "the PDF's hidden text, or what was told of a page, does not agree with its image and was not used",
  },
  'text-unclaimed': {
    severity: 'info',
    ja: 'どの項目にも入らない記載です: {text}',
    en: 'text that no part of the result holds: {text}',
  },
}

export const severityOf = (code: DiagnosticCode): Severity => messages[code].severity

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('、') || '-'
  return typeof value === 'number' ? value.toLocaleString('en') : String(value ?? '-')
}

export function message(code: DiagnosticCode, data: MessageData, locale: 'ja' | 'en'): string {
  return messages[code][locale].replace(/\{(\w+)\}/gu, (_, name: string) => shown(data[name]))
}
