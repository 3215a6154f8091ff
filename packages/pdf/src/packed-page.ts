import type { GlyphRun, Rule } from '@kyoyaku/core'

// A long document has hundreds of thousands of runs and rules. As numbers they take a fifth of the memory that they take as
// objects; they are made objects again whenever they are asked for, which is once or twice, page by page.

type RunStyle = Omit<GlyphRun, 'span'>

/** Runs of a page as they grow: where each begins and ends and which of the styles it has. */
export interface RunList {
  numbers: number[]
  styles: RunStyle[]
}

const isStyle = (a: RunStyle, b: RunStyle): boolean =>
  a.size === b.size &&
  a.font === b.font &&
  a.color === b.color &&
  a.rotation === b.rotation &&
  a.vertical === b.vertical &&
  a.drawn === b.drawn &&
  a.hidden === b.hidden

export function addRun({ numbers, styles }: RunList, start: number, end: number, style: RunStyle): void {
  let i = styles.length - 1
  while (i >= 0 && !isStyle(styles[i] as RunStyle, style)) i--
  if (i < 0) i = styles.push(style) - 1
  numbers.push(start, end, i)
}

/** The runs of a page, made anew by every call. */
export function packedRuns(list: RunList): () => GlyphRun[] {
  const numbers = Int32Array.from(list.numbers)
  const { styles } = list
  return () => {
    const runs: GlyphRun[] = []
    for (let i = 0; i < numbers.length; i += 3) {
      const { font, size, color, rotation, vertical, hidden, drawn } = styles[numbers[i + 2] as number] as RunStyle
      const span = [numbers[i] as number, numbers[i + 1] as number] as const
      const run: GlyphRun = { span, font, size, color, rotation, vertical, hidden }
      runs.push(drawn ? { ...run, drawn } : run)
    }
    return runs
  }
}

/** The rules of a page, made anew by every call. */
export function packedRules(rules: readonly Rule[]): () => Rule[] {
  const numbers = new Float64Array(rules.length * 6)
  const colors: string[] = []
  rules.forEach(({ x0, y0, x1, y1, width, color }, n) => {
    let i = colors.lastIndexOf(color)
    if (i < 0) i = colors.push(color) - 1
    numbers.set([x0, y0, x1, y1, width, i], n * 6)
  })
  return () => {
    const made: Rule[] = []
    for (let i = 0; i < numbers.length; i += 6) {
      made.push({
        x0: numbers[i] as number,
        y0: numbers[i + 1] as number,
        x1: numbers[i + 2] as number,
        y1: numbers[i + 3] as number,
        width: numbers[i + 4] as number,
        color: colors[numbers[i + 5] as number] as string,
      })
    }
    return made
  }
}
