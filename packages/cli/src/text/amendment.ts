import type { Amendment } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { wrap } from './columns.ts'
import { field, heading, part, type View } from './view.ts'
import { words } from './words.ts'

export function amendmentText(view: View, amendment: Amendment): string[] {
  const w = (name: keyof typeof words): string => say(words[name], view.locale)
  const { effectiveOn, operations } = amendment
  return [
    ...heading(view, amendment.title, w('amendment')),
    ...field(view, w('amends'), amendment.amends),
    ...field(view, w('effectiveOn'), effectiveOn && `${effectiveOn.edtf}  ${effectiveOn.text}`),
    ...(operations.length > 0 ? part(w('operations'), operations.length) : []),
    ...operations.flatMap((operation) => wrap(operation.text, view.columns - 2).map((line) => `  ${line}`)),
  ]
}
