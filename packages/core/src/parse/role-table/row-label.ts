import { type LabelReading, readLabel } from '../provisions/numbering.ts'

export interface RowLabel {
  /** The first way to read it; rows and headings seldom number themselves in forms that can be mixed up. */
  form: string
  ordinal: number
  readings: readonly LabelReading[]
  /** The label is [0, labelEnd), the text starts at textStart. */
  labelEnd: number
  textStart: number
}

/**
 * The number that a row or heading begins with; undefined where there is none or nothing follows it. In a line whose
 * letter spacing was closed up (`closedUp`) no space parts it from the text.
 */
export function rowLabelOf(folded: string, closedUp = false): RowLabel | undefined {
  const strict = readLabel(folded)
  if (!strict && closedUp) {
    const spaced = rowLabelOf(`${folded.slice(0, 1)} ${folded.slice(1)}`)
    return spaced?.textStart === 2 ? { ...spaced, textStart: 1 } : undefined
  }
  const first = strict?.readings[0]
  if (!strict || !first || strict.end >= folded.length || first.ordinal.length > 1) return undefined
  return {
    form: first.form,
    ordinal: first.ordinal[0] as number,
    readings: strict.readings,
    labelEnd: strict.titleEnd,
    textStart: strict.end,
  }
}

/**
 * Lines that begin a row by their number: of the forms in use, the one that counts on through most lines, in sequence
 * from 1, starting over where a part does.
 */
export function rowStartsOf<T extends { folded: string; letterSpaced?: boolean }>(
  parts: readonly (readonly T[])[],
): Set<T> {
  const labels = parts.map((part) =>
    part.flatMap((line) => {
      const sure = rowLabelOf(line.folded)
      const label = sure ?? (line.letterSpaced ? rowLabelOf(line.folded, true) : undefined)
      return label ? [{ line, label, sure: sure !== undefined }] : []
    }),
  )
  const forms = new Set(labels.flat().flatMap(({ label }) => label.readings.map((r) => r.form)))
  let best = new Set<T>()
  for (const form of forms) {
    const starts = new Set<T>()
    let next = 1
    for (const part of labels) {
      for (const { line, label, sure } of part) {
        const n = label.readings.find((r) => r.form === form)?.ordinal[0]
        if (n === undefined || (n !== next && (n !== 1 || !sure)) || (!sure && n === 1)) continue
        starts.add(line)
        next = n + 1
      }
    }
    if (starts.size > best.size) best = starts
  }
  const lines = parts.reduce((n, p) => n + p.length, 0)
  return best.size >= parts.length && best.size * 2 <= Math.max(lines, 2) ? best : new Set()
}
