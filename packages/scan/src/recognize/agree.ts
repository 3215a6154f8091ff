import { alignReadings, type Pair } from './align-readings.ts'
import type { ReadCharacter } from './recognizer.ts'

/** What numbers are written with, folded. Separators and dashes count only between what else there is. */
const numeral = /^[\d△▲%]$/u
const separator = /^[,.-]$/u

const variants: Readonly<Record<string, string>> = { '−': '-', '–': '-', '―': '-', '、': ',', '，': ',', '．': '.' }

/** A character as numbers have it: full-width forms and look-alikes of separators in one form. */
const folded = (value: string): string => variants[value] ?? value.normalize('NFKC')

const isNumeral = (c: ReadCharacter | undefined): boolean => c !== undefined && numeral.test(folded(c.value))
const isSeparator = (c: ReadCharacter | undefined): boolean => c !== undefined && separator.test(folded(c.value))

/** The second reader knows numbers only: anything else it shows as nothing in particular, or leaves out. */
const outside = (c: ReadCharacter): boolean => !numeral.test(folded(c.value)) && !separator.test(folded(c.value))

function cost(first: ReadCharacter, second: ReadCharacter): number {
  if (folded(first.value) === folded(second.value)) return 0
  if (outside(first) && outside(second)) return 0
  return 1
}

/** Where the second reader saw no number, it may have seen any number of things. */
const missingCost = (c: ReadCharacter): number => (outside(c) ? 0.25 : 1)

/** Chance that both are wrong where they say the same, as a share of the chance that each is. */
const together = 0.5
/** What is left of the confidence in a character that the other reader contradicts. */
const contradicted = 0.5
/** The second reader is believed over the first from this confidence of its least certain character on … */
const believed = 0.8
/** … and where the first saw no number at all and was not sure of what it saw, from this one on: 引 looks like 31. */
const discovered = 0.95
const unsure = 0.86
const lookalike = /^[OolI|Z]$/u

/** Whether a character of a reading without any number may be one. */
export const mayBeNumber = ({ value, confidence }: ReadCharacter): boolean =>
  confidence < unsure || lookalike.test(value)

export interface AgreeOptions {
  /** Who gave the first and the second reading. */
  engines: readonly [string, string]
  /** The form says that the line is a number, whatever the first reader made of it. */
  isNumber?: boolean
  /** The second reader was shown the whole line and not the surroundings of a number. */
  isWhole?: boolean
}

/** Stretches of pairs that are numbers in either reading, from their first numeral to their last. */
function numberRuns(pairs: readonly Pair[]): [number, number][] {
  const runs: [number, number][] = []
  let start = -1
  let end = -1
  const close = (): void => {
    if (start >= 0) runs.push([start, end])
    start = -1
  }
  pairs.forEach(({ first, second }, i) => {
    if (isNumeral(first) || isNumeral(second)) {
      if (start < 0) start = i
      end = i + 1
    } else if (!isSeparator(first) && !isSeparator(second)) close()
  })
  close()
  return runs
}

/** Same in both: surer than either. */
function confirmed(run: readonly Pair[]): ReadCharacter[] {
  return run.map(({ first, second }) => {
    const c = first as ReadCharacter
    const doubt = (1 - c.confidence) * (1 - (second?.confidence ?? 0)) * together
    return { ...c, confidence: Math.max(c.confidence, second?.confidence ?? 0, 1 - doubt) }
  })
}

/** Groups of three digits, as sums are printed. */
const grouped = /^[△▲-]?[0-9]{1,3}(?:,[0-9]{3})+$/u
const wordOf = (characters: readonly ReadCharacter[]): string => characters.map((c) => folded(c.value)).join('')

/**
 * A number whose digits both read alike and whose separators one of them read otherwise or not: its groups show where commas are.
 * Undefined where the digits differ, or neither reading has them in groups.
 */
function confirmedGroups(run: readonly Pair[]): ReadCharacter[] | undefined {
  const isAlike = ({ first, second }: Pair): boolean => {
    const parts = [first, second].filter((c) => c !== undefined)
    return parts.every(isSeparator) || (parts.length === 2 && wordOf(parts.slice(0, 1)) === wordOf(parts.slice(1)))
  }
  if (!run.every(isAlike)) return undefined
  const side = (['second', 'first'] as const).find((key) =>
    grouped.test(wordOf(run.flatMap((pair) => pair[key] ?? []))),
  )
  if (!side) return undefined
  const digits = confirmed(run.filter(({ first }) => isNumeral(first)))
  // A comma is as sure as the digits whose groups it parts.
  const least = Math.min(...digits.map((c) => c.confidence))
  return run.flatMap((pair) => {
    if (isNumeral(pair.first)) return digits.shift() ?? []
    const own = pair[side]
    return own ? { ...(pair.first ?? own), value: own.value, confidence: Math.max(own.confidence, least) } : []
  })
}

/**
 * Whether a number that differs is the second reader's. Of a line it loses digits at the edges of what it is shown: there, the reading
 * with fewer digits is not the better one.
 */
function isBelieved(
  firsts: readonly ReadCharacter[],
  seconds: readonly ReadCharacter[],
  { isNumber = false, isWhole = false }: AgreeOptions,
): boolean {
  const least = Math.min(1, ...seconds.map((c) => (c.value === '' ? 0 : c.confidence)))
  const digits = firsts.filter(isNumeral).length
  if (digits === 0 && !isNumber) return least >= discovered && firsts.every(mayBeNumber)
  return least >= believed && (isWhole || seconds.filter(isNumeral).length >= digits)
}

/** The reading that is kept, with the other one on its first character. */
function contested(run: readonly Pair[], options: AgreeOptions): ReadCharacter[] {
  const firsts = run.flatMap(({ first }) => first ?? [])
  const seconds = run.flatMap(({ second }) => second ?? [])
  const sure = isBelieved(firsts, seconds, options)
  if (!sure && !firsts.some(isNumeral)) return firsts
  const kept = run.flatMap(({ first, second }): ReadCharacter[] => {
    const c = sure ? second : first
    if (!c) return []
    const same = first && second && folded(first.value) === folded(second.value)
    const place = first ?? c
    const { x0, y0, x1, y1 } = place
    const confidence = same ? Math.max(first.confidence, second.confidence) : c.confidence * contradicted
    return [{ ...c, value: same ? first.value : c.value, x0, y0, x1, y1, confidence }]
  })
  const [head, ...rest] = kept
  if (!head) return []
  const value = (sure ? firsts : seconds).map((c) => c.value).join('')
  return [{ ...head, other: { length: kept.length, value, engine: options.engines[sure ? 0 : 1] } }, ...rest]
}

/**
 * Two readings of one line made one: the first, with its numbers checked by the second, which knows numbers only (empty `value` for all
 * else). Digits that agree get surer; a number that differs is taken from whom measurement favours and carries the other reading.
 */
export function agree(
  firsts: readonly ReadCharacter[],
  seconds: readonly ReadCharacter[],
  options: AgreeOptions,
): ReadCharacter[] {
  const pairs = alignReadings(firsts, seconds, cost, missingCost)
  const runs = numberRuns(pairs)
  const out: ReadCharacter[] = []
  const keep = (from: number, to: number): void => {
    for (const { first } of pairs.slice(from, to)) if (first) out.push(first)
  }
  let at = 0
  for (const [start, end] of runs) {
    keep(at, start)
    const run = pairs.slice(start, end)
    const same = run.every(({ first, second }) => first && second && folded(first.value) === folded(second.value))
    out.push(...(same ? confirmed(run) : (confirmedGroups(run) ?? contested(run, options))))
    at = end
  }
  keep(at, pairs.length)
  return out
}
