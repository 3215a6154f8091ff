/** What the heads of a grid's columns that are no names say of them. */
export type ColumnKind = 'pillar' | 'initiative' | 'project' | 'number' | 'page' | 'other'

const kinds: readonly (readonly [ColumnKind, RegExp])[] = [
  ['page', /^(?:掲載)?(?:ページ|頁|P\.?|該当ページ)(?:番号)?$/u],
  ['number', /^(?:No\.?|NO\.?|№|番号|事業番号|整理番号|#)$/u],
  [
    'pillar',
    /^(?:(?:圏域の)?役割|政策分野|施策分野|政策区分|施策体系|体系|分野|区分|役割の?区分|(?:政策の|施策の)?柱|基本目標|大分類|大項目|3つの役割)$/u,
  ],
  ['other', /^(?:(?:事務)?事業|取組|施策)(?:の)?(?:概要|費|目的|主体|期間|効果|年度)|^(?:概要|予算|事業費)/u],
  ['project', /(?:事務事業|事業名|事業|取組事項|取組内容|具体的取組|プロジェクト)/u],
  [
    'initiative',
    /^(?:【?(?:連携(?:する)?)?取組(?:名|項目|分野)?】?|施策(?:名|の方向性?)?|連携項目|協約の?項目|中分類)$/u,
  ],
]
export function columnKind(bare: string): ColumnKind {
  return kinds.find(([, words]) => words.test(bare))?.[0] ?? 'other'
}
