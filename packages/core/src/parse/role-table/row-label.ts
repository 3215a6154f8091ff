import { type LabelReading, readLabel } from '../numbering.ts'

export interface RowLabel {
  /** The first way to read it; rows and headings seldom number themselves in forms that can be mixed up. */
  form: string
  ordinal: number
  readings: readonly LabelReading[]
  /** The label is [0, labelEnd), the text starts at textStart. */
  labelEnd: number
  textStart: number
}

/** The number that a row or heading begins with; undefined where there is none or nothing follows it. */
export function rowLabelOf(folded: string): RowLabel | undefined {
  const label = readLabel(folded)
  const first = label?.readings[0]
  if (!label || !first || label.end >= folded.length || first.ordinal.length > 1) return undefined
  return {
    form: first.form,
    ordinal: first.ordinal[0] as number,
    readings: label.readings,
    labelEnd: label.titleEnd,
    textStart: label.end,
  }
}

/**
 * Lines that begin a row by their number: of the forms in use, the one that counts on through most lines, in sequence
 * from 1, starting over where a part does.
 */
export function rowStartsOf<T extends { folded: string }>(parts: readonly (readonly T[])[]): Set<T> {
  const labels = parts.map((part) =>
    part.flatMap((line) => {
      const label = rowLabelOf(line.folded)
      return label ? [{ line, label }] : []
    }),
  )
  const forms = new Set(labels.flat().flatMap(({ label }) => label.readings.map((r) => r.form)))
  let best = new Set<T>()
  for (const form of forms) {
    const starts = new Set<T>()
    let next = 1
    for (const part of labels) {
      for (const { line, label } of part) {
        const n = label.readings.find((r) => r.form === form)?.ordinal[0]
        if (n === undefined || (n !== next && n !== 1)) continue
        starts.add(line)
        next = n + 1
      }
    }
    if (starts.size > best.size) best = starts
  }
  const lines = parts.reduce((n, p) => n + p.length, 0)
  return best.size >= parts.length && best.size * 2 <= Math.max(lines, 2) ? best : new Set()
}
