import type { Line } from '../../layout/block.ts'
import { slice } from '../../text/text.ts'
import {
  bulletCharacters,
  counted,
  follows,
  isFirst,
  type Label,
  type LabelReading,
  numberOf,
  type Ordinal,
  sameRow,
} from './numbering.ts'
import { marginOf } from './provisions-flow.ts'
import type { ItemNode, ParagraphNode } from './provisions-tree.ts'

/** A row of labels that is open: the next label of its form continues it. */
interface Level {
  form: string
  last: Ordinal
  margin: number
  /** Where the items of this level go. */
  into: ItemNode[]
}

/** The open levels of a paragraph, outermost first, and the deepest item. */
export interface ItemLevels {
  levels: Level[]
  deepest: ItemNode | ParagraphNode
}

export const openLevels = (paragraph: ParagraphNode): ItemLevels => ({ levels: [], deepest: paragraph })

/** Forms that a word at the start of a wrapped line can look like. */
const wordLike = /^(?:latin|capital|roman|capital-roman)\.?$/u
/** How many numbers a row may skip where the label is beyond doubt. */
const longestSkip = 3

const last = (reading: LabelReading): Ordinal => reading.upTo ?? reading.ordinal

/** Whether a line may start with a label at all, judged by what stands around it. */
export function isPossible(label: Label, line: Line, fresh: boolean): boolean {
  if (fresh) return true
  if (!label.spaced) return false
  if (label.readings.some((r) => wordLike.test(r.form))) return false
  // Extraction puts narrow spaces around digits; a full-width one was typed after a label.
  const typed = line.text.value[label.titleEnd] === '\u3000'
  return typed || !(/^[0-9]/u.test(line.folded) && counted.test(line.folded.slice(label.end, label.end + 4)))
}

/** An open level that a label continues, and how far its margin is from that of the line. */
export interface Continuation {
  depth: number
  reading: LabelReading
  distance: number
}

/** The open level that the label continues: of several that it could, the one with the nearest margin, then the deepest. */
export function continuation(state: ItemLevels, label: Label, line: Line): Continuation | undefined {
  let best: Continuation | undefined
  const margin = marginOf(line)
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const level = state.levels[depth] as Level
    const reading = label.readings.find((r) => sameRow(level.form, r) && follows(level.last, r.ordinal))
    if (!reading) continue
    const distance = Math.abs(level.margin - margin)
    if (!best || distance < best.distance) best = { depth, reading, distance }
  }
  return best
}

/** Likewise where the label skips numbers of an open level. */
export function skip(state: ItemLevels, label: Label): Continuation | undefined {
  if (!label.spaced) return undefined
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const level = state.levels[depth] as Level
    const reading = label.readings.find((r) => {
      const gap = (r.ordinal[0] as number) - (level.last[0] as number)
      return r.form === level.form && r.ordinal.length === 1 && gap > 1 && gap <= longestSkip
    })
    if (reading) return { depth, reading, distance: 0 }
  }
  return undefined
}

function append(state: ItemLevels, into: ItemNode[], reading: LabelReading, label: Label, line: Line): void {
  const node: ItemNode = {
    number: numberOf(reading.ordinal, reading.upTo),
    title: slice(line.text, 0, label.titleEnd),
    lines: [slice(line.text, label.end)],
    items: [],
  }
  into.push(node)
  state.deepest = node
}

export function proceed(state: ItemLevels, { depth, reading }: Continuation, label: Label, line: Line): void {
  state.levels.length = depth + 1
  const level = state.levels[depth] as Level
  level.last = last(reading)
  append(state, level.into, reading, label, line)
}

/** Statutes nest five deep, agreements seven: labels that would open more levels than this are text. */
const deepestLevel = 12

/** Opens a level below the deepest item when the label is the first of a form; says whether it did. */
export function open(state: ItemLevels, label: Label, line: Line): boolean {
  const reading = label.readings.find((r) => isFirst(r.ordinal))
  if (!reading || state.levels.at(-1)?.form === reading.form || state.levels.length >= deepestLevel) return false
  const into = state.deepest.items
  state.levels.push({ form: reading.form, last: last(reading), margin: marginOf(line), into })
  append(state, into, reading, label, line)
  return true
}

/** A dash or a circle that is a bullet has a space after it; bullets in a row are a blank. */
const bullet = new RegExp(`^(?:([${bulletCharacters}])(?![${bulletCharacters}〇]) *|([-〇]) +)(?=[^ ])`, 'u')

/** Reads a line that starts with a bullet as an item, beside those before it under the same bullet or below the deepest; says whether it did. */
export function readBullet(state: ItemLevels, line: Line): boolean {
  const match = bullet.exec(line.folded)
  if (!match) return false
  const form = (match[1] ?? match[2]) as string
  const depth = state.levels.findIndex((level) => level.form === form)
  const n = depth < 0 ? 0 : ((state.levels[depth] as Level).last[0] as number)
  const reading: LabelReading = { form, ordinal: [n + 1] }
  const label: Label = { readings: [reading], titleEnd: form.length, end: match[0].length, spaced: true }
  if (depth < 0) return open(state, label, line)
  proceed(state, { depth, reading, distance: 0 }, label, line)
  return true
}
