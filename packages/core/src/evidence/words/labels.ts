import type { Block, Cell } from '../../layout/block.ts'
import { columnOf } from '../../parse/role-table/column.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { columnKind } from '../../parse/vision/grid/column-kind.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import type { Evidence } from '../corrections.ts'
import { rewrite } from '../numbers/rewrite.ts'
import { lookAlikes } from './look-alikes.ts'

/** Labels that forms print, as the grammars know them; a label that is misread in a character is brought to one of these. */
export const formLabels: readonly string[] = [
  '事務事業名',
  '事業名',
  '事業名称',
  '取組名',
  '取組事項',
  '取組項目',
  '取組内容',
  '取組の内容',
  '取組概要',
  '事業概要',
  '事業内容',
  '事業目的',
  '連携施策',
  '連携取組',
  '連携項目',
  '政策分野',
  '施策分野',
  '基本目標',
  '連携市町',
  '連携市町村',
  '関係市町',
  '関係市町村',
  '構成市町',
  '構成市町村',
  '参加市町',
  '参加市町村',
  '重要業績評価指標',
  '成果指標',
  '数値目標',
  '指標名',
  '基準値',
  '現状値',
  '目標値',
  '事業費',
  '総事業費',
  '年度別事業費',
  '概算事業費',
  '事業費の見込み',
  '役割分担',

  '役割・費用負担',
  '役割及び費用負担',
  '工程及び事業費',
  '工程表',
  '事業工程',
  'スケジュール',
  '実施期間',
  '事業期間',
  '実施主体',
  '担当部署',
  '担当課',
  '財源内訳',
  '一般財源',
  '国庫支出金',
  '県支出金',
  '地方債',
  '特記事項',
  '備考',
  'ページ',
  '掲載ページ',
  '該当ページ',
  '整理番号',
  '事業番号',
  '甲の役割',
  '乙の役割',
  '丙の役割',
  '丁の役割',
  '形状・寸法',
  '数量',
  '単位',
  '単価',
  '金額',
  '種別',
]

const bareOf = (text: Text): string =>
  fold(text.value)
    .replace(/[\s]/gu, '')
    .replace(/^[【〔[(]|[】〕\])]$/gu, '')
/** Columns of a grid that have a label of their own; the others hold any words. */
const gridHeads: ReadonlySet<string> = new Set(['page', 'number'])
const isKnown = (bare: string): boolean =>
  labelOf(bare) !== undefined ||
  headOf(bare) !== undefined ||
  columnOf(bare, []) !== undefined ||
  gridHeads.has(columnKind(bare)) ||
  formLabels.includes(bare)

/** Misread characters that are forgiven, by the length of the label. */
const forgiven = (length: number): number => (length >= 6 ? 2 : length >= 3 ? 1 : 0)

/**
 * Whether at most `most` characters of `a` are others than in `b`, or one inside of it is lost or too many: what lacks its end is
 * a label that goes on elsewhere.
 */
function isNear(a: string, b: string, most: number): boolean {
  if (a.length === b.length) return [...a].filter((c, i) => c !== b[i]).length <= most
  if (Math.abs(a.length - b.length) !== 1 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(i) === long.slice(i + 1)
}

/** Whether characters of a label were taken for others of their shape alone: a form prints it on every sheet, and there alike. */
const isTakenFor = (bare: string, label: string): boolean =>
  bare.length === label.length && [...bare].every((c, i) => c === label[i] || lookAlikes(label[i] as string).has(c))

const dirt = /[.,、。・·'"`´‘’“”~^_|*°]/gu

/** Labels in katakana lose more than a character. */
const katakana: readonly (readonly [RegExp, string])[] = [
  [/^(?<head>掲載|該当)?[ペぺベべヘへパバ][ー一-]?[ジシじ]$/u, 'ページ'],
]

/** What forms add to a label in brackets stays as it is: 重要業績評価指標(KPI), 事業費(千円); the last bracket is off already. */
const added = /\([^()]{1,8}$/u

/** The label that a text in a label's place must be; undefined where it is one already, or could be several. */
function labelFor(whole: string): string | undefined {
  const [addition = ''] = added.exec(whole) ?? []
  const bare = whole.slice(0, whole.length - addition.length)
  if (bare.length < 2 || bare.length > 14 || /[()0-9]/u.test(bare) || isKnown(whole) || isKnown(bare)) return undefined
  const label = labelLike(bare)
  return label === undefined ? undefined : label + addition
}

function labelLike(bare: string): string | undefined {
  const clean = bare.replace(dirt, '')
  if (clean !== bare && formLabels.includes(clean)) return clean
  for (const [pattern, word] of katakana) {
    const seen = pattern.exec(bare)
    if (seen) return (seen.groups?.head ?? '') + word
  }
  const near = formLabels.filter((label) => forgiven(label.length) > 0 && isNear(bare, label, forgiven(label.length)))
  const nearest = near.filter((label) => isNear(bare, label, 1))
  const likely = nearest.length > 0 ? nearest : near
  const found = likely.length > 1 ? likely.filter((label) => isTakenFor(bare, label)) : likely
  return found.length === 1 ? found[0] : undefined
}

/** What stands over the values of indicators, in the middle of a sheet. */
const indicatorHeads: ReadonlySet<string> = new Set(['指標', '指標名', '基準値', '現状値', '目標値'])

/** Cells that name what is beside or below them: those of the first rows and columns, and beside the heads of indicators. */
function labelCells(rows: readonly (readonly Cell[])[]): Cell[] {
  return rows.flatMap((cells, r) => {
    const isHead = r < 2 || cells.some((cell) => indicatorHeads.has(bareOf(cell.text)))
    return cells.filter(
      (cell, c) =>
        cell.text.value !== '' &&
        (isHead || cells.slice(0, c).every((left) => left.text.value === '' || left === cell)),
    )
  })
}

/** How often words stand somewhere as they are: what occurs again and again is no misreading, but where nothing is written so. */
const often = 3

const canRepeat = (bare: string, label: string): boolean =>
  katakana.some(([pattern]) => pattern.test(bare)) || isTakenFor(bare, label)

/** Brings labels of forms that were misread in a character or two to what the forms print, where they stand in a label's place. */
export function correctLabels(evidence: Evidence, blocks: readonly Block[]): void {
  const counts = new Map<string, number>()
  const candidates: { text: Text; bare: string }[] = []
  for (const block of blocks) {
    const texts = block.kind === 'line' ? [block.text] : block.rows.flat().map((cell) => cell.text)
    for (const text of texts) if (text.value.length <= 30) counts.set(bareOf(text), (counts.get(bareOf(text)) ?? 0) + 1)
    if (block.kind === 'table')
      for (const { text } of labelCells(block.rows)) candidates.push({ text, bare: bareOf(text) })
  }
  for (const { text, bare } of candidates) {
    const label = labelFor(bare)
    if (label === undefined || ((counts.get(bare) ?? 0) >= often && !canRepeat(bare, label))) continue
    const folded = fold(text.value)
    const start = /^[\s【〔[(]*/u.exec(folded)?.[0].length ?? 0
    const end = folded.length - (/[\s】〕\])]*$/u.exec(folded)?.[0].length ?? 0)
    // What stands in brackets behind it is put right by others.
    if (end > start)
      rewrite(evidence, { text, folded: folded.slice(0, end) }, folded.slice(0, start) + label, 'vocabulary')
  }
}
