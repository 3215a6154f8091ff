import { expect, test } from 'vitest'
import { columnOf } from '../../parse/role-table/column.ts'
import { columnKind } from '../../parse/vision/grid-header.ts'
import { labelOf } from '../../parse/vision/sheet-label.ts'
import { headOf } from '../../parse/vision/sum-head.ts'
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
