import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { type Passage, passageOf } from './passages.ts'

/** Shorter texts are too like others, longer ones are no titles. */
const shortest = 6
const longest = 40
/** What is read less surely than this can be what the same title has elsewhere. */
const unsure = 0.9
/** A twin is proof where it is read as surely as this: of what engines call .9 every third character is wrong, at .97 one in twenty. */
const sure = 0.97
/** Dirt between a number and its title. */
const mostDirt = 2
/** More titles than a document has. */
const mostTitles = 20_000

/** What may stand before a title. */
const lead = /^(?:【[^】]{1,14}】|\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.．]?|[Ⅰ-Ⅹ①-⑳●・])/u
/** What tells one title from the next. */
const variable = /^[甲乙丙丁0-9a-zA-Z一二三四五六七八九十東西南北上下左右前後新旧大中小高低\p{P}\p{S}]$/u

interface Title {
  passage: Passage
  start: number
  value: string
  isCell: boolean
}

function titlesOf(blocks: readonly Block[]): Title[] {
  return blocks.flatMap((block): Title[] => {
    const isCell = block.kind === 'table'
    const texts = isCell ? block.rows.flatMap((row) => row.map((cell) => cell.text)) : [block.text]
    return texts.flatMap((text): Title[] => {
      if (text.value.length < shortest || text.value.length > 2 * longest || text.value.includes('。')) return []
      const passage = passageOf([text])
      const start = lead.exec(passage.folded)?.[0].length ?? 0
      const value = passage.folded.slice(start)
      return value.length < shortest || value.length > longest ? [] : [{ passage, start, value, isCell }]
    })
  })
}

/** A title without one of its characters, which is at `i`. */
const keyOf = (value: string, i: number): string => `${value.slice(0, i)}\n${value.slice(i + 1)}`

/** The one other character that the title has elsewhere, surely read. */
function twinAt(twins: ReadonlyMap<string, Map<string, boolean>>, value: string, i: number): string | undefined {
  const others = [...(twins.get(keyOf(value, i)) ?? [])].filter(([c]) => c !== value[i])
  const [[to, isSure] = ['', false]] = others
  return others.length === 1 && isSure && !variable.test(to) ? to : undefined
}

/**
 * Corrects an unsure character of a title that stands so nowhere else to what the same title has where it is surely read – a project
 * in the grid and over its sheet –, and takes out what dirt between a number and a title was read as.
 */
export function correctDocumentTitles(evidence: Evidence, blocks: readonly Block[]): void {
  const titles = titlesOf(blocks)
  if (titles.length > mostTitles) return
  const counts = new Map<string, number>()
  for (const { value } of titles) counts.set(value, (counts.get(value) ?? 0) + 1)
  const inCells = new Set(titles.flatMap((t) => (t.isCell ? [t.value] : [])))
  const confidence = ({ passage, start }: Title, i: number, n = 1): number =>
    leastConfidence(evidence.recognition, passage.text, start + i, start + i + n)
  const twins = new Map<string, Map<string, boolean>>()
  for (const title of titles)
    for (let i = 0; i < title.value.length; i++) {
      const key = keyOf(title.value, i)
      const own = twins.get(key) ?? new Map<string, boolean>()
      const c = title.value[i] as string
      own.set(c, own.get(c) === true || confidence(title, i) >= sure)
      twins.set(key, own)
    }
  for (const title of titles) {
    const { passage, start, value } = title
    if (counts.get(value) !== 1) continue
    for (let i = 0; i < value.length; i++) {
      const to =
        variable.test(value[i] as string) || confidence(title, i) >= unsure ? undefined : twinAt(twins, value, i)
      if (to !== undefined) correct(evidence, passage.text, start + i, start + i + 1, to, 'document')
    }
    for (let n = 1; n <= mostDirt && start > 0 && !title.isCell; n++)
      if (inCells.has(value.slice(n)) && value.length - n >= shortest && confidence(title, 0, n) < unsure)
        correct(evidence, passage.text, start, start + n, '', 'document')
  }
}
