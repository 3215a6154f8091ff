import { unitIn } from '../budget/unit.ts'

/** What the fields of a project sheet are about. `note` fields have no member of their own and are kept as notes. */
export type FieldKind =
  | 'title'
  | 'number'
  | 'pillar'
  | 'initiative'
  | 'participants'
  | 'purpose'
  | 'activities'
  | 'schedule'
  | 'budget'
  | 'roles'
  | 'role'
  | 'indicators'
  | 'sdgs'
  | 'remarks'
  | 'note'

export interface Label {
  kind: FieldKind
  /** 甲, A市 … of a label that names the party of its role. */
  party?: string
  /** The city at the centre, who takes part besides the others named. */
  core?: true
  /** Of money, where the label names one: 事業費（千円）. */
  unit?: string
}

const members = '市町村?|市町村等|市村|町村|[市町村]|自治体|団体|機関'
const money =
  '(?:計画期間(?:における|中の|内の|の)?|期間(?:中|内)の)?(?:概算)?(?:総)?(?:事業費|予算額?|経費|費用|所要額)(?:の?(?:見込み?額?|総額|概算|内訳|推移|合計))?'
const steps =
  '(?:事業)?(?:工程表?|スケジュール|実施スケジュール|年次計画|実施計画|年度別?計画|年次別計画|事業計画|実施工程)'
const and = '(?:及び|並びに|と|・|、|/|,)?'

/** Printed labels, most specific first, bare: folded, without spaces, brackets at the ends and remarks in parentheses. */
const vocabulary: readonly (readonly [FieldKind, RegExp])[] = [
  [
    'title',
    /^(?:事務事業|事業|取組事業|連携事業|個別事業|主要事業|取組|取り組み|取組み|施策・?事業|プロジェクト|具体的な?取組|具体的な?事業)(?:の)?(?:名称?|名称)$/u,
  ],
  ['title', /^(?:連携|個別)?事業[0-9]{1,3}(?:-[0-9]{1,2}){0,2}$/u],
  ['title', /^(?:事務事業|連携事業|取組事項|取組項目|具体的取組|施策名|取組事業|具体的な取組)$/u],
  ['number', /^(?:(?:事務)?事業|取組|整理|通し|施策)?(?:番号|コード|No\.?|NO\.?|№)$/u],
  [
    'pillar',
    /^(?:役割の?区分|政策分野|施策分野|基本目標|政策の柱|施策の柱|柱|施策体系|大分類|大項目|分野|3つの役割|政策区分)$/u,
  ],
  [
    'initiative',
    /^(?:連携取組名?|連携する取組|連携協約の取組|連携協約の項目|協約の項目|協定の項目|協定項目|連携項目|取組分野|連携施策|施策|中分類|施策の方向性?|取組の方向性?|形成協定の?取組(?:事項)?)$/u,
  ],
  [
    'participants',
    new RegExp(
      `^(?:連携|関係|構成|参加|実施|対象|取組|参画|関連|協力|圏域)(?:する)?(?:${members})(?:名|の参加(?:状況)?|の範囲)?$`,
      'u',
    ),
  ],
  ['participants', /^(?:連携先|連携相手|取組主体)$/u],
  ['purpose', /^(?:(?:事務)?事業|取組|施策|連携)?(?:の)?(?:目的|ねらい|狙い|趣旨)(?:・効果|及び効果)?$/u],
  ['activities', /^(?:(?:(?:事務)?事業|取組|施策|連携|実施|具体的な?)(?:の)?)?(?:内容|概要)$/u],
  [
    'activities',
    /^(?:具体的な(?:取組|事業)内容|主な(?:取組|事業)(?:内容)?|事業概要・内容|取組内容・方針|事業の内容及び効果)$/u,
  ],
  ['budget', new RegExp(`^(?:${steps}${and})?(?:年度別|各年度の?)?${money}$`, 'u')],
  ['budget', /^(?:(?:事業費の?)?財源(?:内訳|構成)?|(?:事業費|経費)の?財源)$/u],
  [
    'note',
    /^(?:活用(?:する|予定の?)?)?(?:国|県|国庫|国・?(?:都道府)?県)(?:等)?の?補助(?:金|制度|事業)?(?:等)?(?:の?(?:名称|有無))?(?:及び|・|、|,)?(?:補助率(?:等)?)?$/u,
  ],
  ['note', /^(?:前々?年度|昨年度|翌年度|次年度)の?(?:当初)?(?:予算|決算|事業費)(?:見込み?)?額?$/u],
  ['schedule', new RegExp(`^(?:${steps}|実施時期|実施年度|事業期間|実施期間|取組期間|期間)$`, 'u')],
  [
    'roles',
    /^(?:連携における)?役割(?:分担)?(?:等)?(?:(?:及び|と|・|、)(?:の)?(?:費用|経費)(?:の)?(?:負担|分担))?(?:の(?:考え方|内容))?$/u,
  ],
  [
    'indicators',
    /^(?:重要業績評価指標|KPI|成果指標|数値目標|評価指標|目標指標|達成指標|活動指標|成果目標|指標)(?:名称?)?(?:・?KPI)?(?:\(KPI\))?(?:[①-⑳]|[0-9])?(?:及び目標値|・目標値|等)?(?:の?(?:推移|一覧|状況|設定|実績|達成状況|進捗(?:状況)?))?$/u,
  ],
  ['sdgs', /^(?:関連する|関連|該当する)?SDGs?(?:の?(?:目標|ゴール|17の目標|該当目標))?$/iu],
  ['remarks', /^(?:備考|特記事項|その他|摘要|注記?)$/u],
  [
    'note',
    /^(?:(?:費用|経費)(?:負担|分担)(?:割合|方法|の?考え方)?|負担割合|(?:関係|関連|主管)(?:課|部署|部局)(?:名|等)?|対象者|対象地域|実施方法|実施場所|担当|担当課|担当課名|担当部署|担当部局|所管|所管課|所管部署|実施主体|事業主体|(?:期待される|想定される)?(?:効果|成果)|期待する効果|現状|現状(?:と|及び|・)課題|課題|背景|根拠(?:法令|計画|規定|条例|要綱)?等?|関連法令等?|関連計画|関連事業|(?:国|県)等?の(?:支援|補助)(?:制度|事業|措置)等?(?:の活用)?|活用(?:する|を想定する)(?:国|補助)(?:の)?(?:制度|事業|支援措置)?|補助制度等?|補助事業|(?:形成)?協定の?内容|協約の?内容|協約の規定|新規・?(?:継続|拡充)(?:の別)?|新規・拡充・継続|事業区分|(?:進捗|取組|達成)状況|今後の(?:方向性?|取組|展開|予定)|評価(?:結果)?|問い?合わせ先)$/u,
  ],
]

const rolesOf =
  /^(.{1,20}?)(?:が(?:担う|果たす|行う)|の)役割(?:分担)?(?:(?:及び|と|・|、)(?:費用|経費)(?:の)?(?:負担|分担))?$/u

/** Longest label that is looked up. */
export const longestLabel = 40

/** Numbers and the ends of sentences are asked about more often than anything else. */
const unlabelled = /^[0-9]+$|[。、]$/u
/** 事業費[千円] */
const squareUnit = /[[〔［](?=[^[\]]{0,8}円)([^[\]〔〕［］]{1,12})[\]〕］]/gu
const remark = /\(([^()]{0,24})\)/gu
const decoration = /^[【〔［[〈<《「『■□◆◇●◎〇▼▽★☆・#*|]+|[】〕］\]〉>》」』:*]+$/gu

/** What was read of texts before: the same cells are asked about by one reader after the other. */
const known = new Map<string, Label | undefined>()
const mostKnown = 4096

/** Reads a bare text as the label of a field; undefined where it is none. */
export function labelOf(bare: string): Label | undefined {
  if (bare.length === 0 || bare.length > longestLabel) return undefined
  const before = known.get(bare)
  if (before !== undefined || known.has(bare)) return before
  if (known.size >= mostKnown) known.clear()
  // A part of a text keeps the whole of it in memory: what is remembered has characters of its own.
  const own = ` ${bare}`.slice(1)
  const label = readLabel(own)
  known.set(own, label)
  return label
}

/** Fields that tell a sheet from any other list of labelled lines. */
export const tellingKinds: ReadonlySet<FieldKind> = new Set([
  'participants',
  'purpose',
  'activities',
  'schedule',
  'budget',
  'roles',
  'role',
  'indicators',
])

/** （事業概要）: a label in brackets, of a field whose name is no remark on anything else. */
const inBrackets = /^\(([^()]{2,24})\)$/u
const plainKinds = new Set<FieldKind>([...tellingKinds, 'title', 'note'])

/** Labels of names before a colon alone: 連携：鶴岡市、三川町. */
export const namesFollow: readonly string[] = ['連携:', '参加:', '参画:']

function readLabel(bare: string): Label | undefined {
  if (unlabelled.test(bare)) return undefined
  if (namesFollow.includes(bare)) return { kind: 'participants' }
  const inside = inBrackets.exec(bare)?.[1]
  if (inside !== undefined) {
    const label = readLabel(inside)
    return label && plainKinds.has(label.kind) ? label : undefined
  }
  let unit: string | undefined
  const core = bare
    .replace(squareUnit, '($1)')
    .replace(remark, (_, inside: string) => {
      unit ??= unitIn(inside)
      return ''
    })
    .replace(decoration, '')
    .replace(/^(?:[0-9]{1,2}|[①-⑳]|\([0-9]\))[.、]?(?=[^0-9])/u, '')
  const found = vocabulary.find(([, words]) => words.test(core))
  if (found) return { kind: found[0], ...(unit === undefined ? {} : { unit }) }
  const party = rolesOf.exec(core)?.[1]
  return party === undefined || /[。、]$/u.test(party) ? undefined : { kind: 'role', party }
}

/** Words that stand for the other members of a region where a role names its party. */
const partyGroup = new RegExp(
  `^(?:(?:連携|関係|構成|参加|参画|圏域|各|その他の?|近隣|周辺|対象|実施)(?:する)?(?:中枢都市|${members}|市町等)|連携中枢都市|中心市|宣言中心市|周辺市町村?|その他|両(?:市町村?|市|町)|[甲乙丙丁]|事業者|民間事業者?|住民|国|県|府|都|道|.{2,3}[都道府県]|[0-9]{1,2}(?:市町村?|町村|[市町村]))$`,
  'u',
)
export const isPartyGroup = (bare: string): boolean => partyGroup.test(bare.replace(decoration, ''))

/** 全市町, 全市町村, 圏域全市町, 全ての構成市町: every member of the region. */
const bodies = '(?:市町村?|市村|町村|[市町村]|自治体|団体|構成団体)'
const everyone = new RegExp(
  `^(?:圏域(?:内|を構成する)?の?)?(?:全|全て?の|すべての)(?:[0-9]{1,2})?(?:構成|連携|関係|参加|圏域)?(?:する)?${bodies}$|^(?:圏域(?:内)?の?)?(?:構成|連携|関係|参加|圏域)?(?:する)?${bodies}の?(?:全て|すべて|全部|全団体)$|^(?:構成|圏域(?:内)?の?|圏域構成)(?:市町村?|市村|町村|自治体|団体)$|^全(?:[0-9]{1,2}(?:市|町|村)){1,3}$|^(?:圏域全体|全圏域|圏域全域|全域|全団体)$`,
  'u',
)
export const isEveryone = (bare: string): boolean => everyone.test(bare)

/** 実施主体: who carries a project out, and takes part where nothing else says who does. */
export const isDoers = (bare: string): boolean => /^(?:(?:実施|事業|取組)(?:主体|団体)|担当市町村?)$/u.test(bare)
