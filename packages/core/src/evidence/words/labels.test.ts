import { expect, test } from 'vitest'
import { columnOf } from '../../parse/role-table/column.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { columnKind } from '../../parse/vision/grid/column-kind.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import { correctedTable } from '../recognized-text.ts'
import { formLabels } from './labels.ts'

/** Labels of tables that no grammar has to know. */
const others = new Set([
  '指標名',
  '基準値',
  '現状値',
  '目標値',
  'スケジュール',
  '形状・寸法',
  '数量',
  '単位',
  '単価',
  '金額',
  '種別',
])

const gridColumn = (label: string): true | undefined => columnKind(label) !== 'other' || undefined

test.each(formLabels.filter((label) => !others.has(label)))('the grammars know the label %s', (label) =>
  expect(labelOf(label) ?? headOf(label) ?? columnOf(label, []) ?? gridColumn(label)).toBeDefined(),
)

const firstCells = (labels: readonly string[]): (string | undefined)[] =>
  correctedTable(labels.map((label) => [label, '案内する。'])).rows.map(([first]) => first)

test('a label that is misread alike on every sheet is put right where a character was taken for one of its shape', () =>
  expect(firstCells(Array(4).fill('事業日的'))).toEqual(Array(4).fill('事業目的')))

test('words that stand again and again, and differ from a label in more than shape, are left', () =>
  expect(firstCells(Array(4).fill('事業成果名'))).toEqual(Array(4).fill('事業成果名')))

test('what stands in brackets behind a label stays', () =>
  expect(firstCells(['重要業線評価指標（KPI）', '事業貴（千円）'])).toEqual([
    '重要業績評価指標（KPI）',
    '事業費（千円）',
  ]))

test('a bracket that a label lacks is put back as the other tables of the document have it', () => {
  const heads = (label: string): string[] => [label, 'R4年度', 'R5年度', 'R6年度', '計']
  const sums = ['', '1,200', '340', '560', '2,100']
  const rows = [heads('事業費（単位：百万円）'), sums, heads('事業賀(単位・百万円'), sums]
  expect(correctedTable(rows).rows[2]?.[0]).toBe('事業費(単位:百万円)')
})
