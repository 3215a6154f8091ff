import type { Locale } from '../locale.ts'
import { fit, left, width, wrap } from './columns.ts'

/** How text is laid out for whom. */
export interface View {
  locale: Locale
  columns: number
}

/** Lines longer than this tire the eye, however wide the window is … */
const widest = 120
/** … and narrower than this no table fits. */
const narrowest = 60
const labelColumns = 12

export const viewOf = (locale: Locale, columns: number): View => ({
  locale,
  columns: Math.min(widest, Math.max(narrowest, columns)),
})

/** A document's name with what it is at the right edge, underlined. */
export function heading({ columns }: View, title: string, kind: string): string[] {
  const name = fit(title, columns - width(kind) - 2)
  return [left(name, columns - width(kind)) + kind, '━'.repeat(columns)]
}

/** A part of a document, with how many it holds. */
export const part = (title: string, count?: number): string[] => [
  '',
  count === undefined ? title : `${title}  ${count}`,
]

/** A label and its text, wrapped under itself; nothing where the document says nothing. */
export function field(
  view: View,
  label: string,
  text: string | undefined,
  indent = 2,
  labels = labelColumns,
): string[] {
  if (!text) return []
  const margin = ' '.repeat(indent)
  const labelWidth = Math.max(labels, width(label) + 1)
  return wrap(text, view.columns - indent - labelWidth).map(
    (line, i) => margin + left(i === 0 ? label : '', labelWidth) + line,
  )
}
