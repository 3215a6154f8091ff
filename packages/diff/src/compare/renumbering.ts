import { type ReferenceChunk, referenceChunks } from '../text/reference-chunk.ts'
import type { ProvisionNode } from './provision-node.ts'

/** Where a provision stands, by numbers: article, paragraph, item. */
export interface Place {
  article: string
  paragraph?: string
  item?: string
}

const keyOf = ({ article, paragraph, item }: Place): string =>
  [article, paragraph, item].filter((n) => n !== undefined).join('/')

/** The numbers of a version in their order, for 前条 and 次項. */
export interface Numbers {
  articles: string[]
  paragraphs: Map<string, string[]>
  items: Map<string, string[]>
}

export function numbersOf(articles: readonly ProvisionNode[]): Numbers {
  const numbers: Numbers = { articles: articles.map((a) => a.number), paragraphs: new Map(), items: new Map() }
  for (const article of articles) {
    numbers.paragraphs.set(
      article.number,
      article.children.map((p) => p.number),
    )
    for (const paragraph of article.children) {
      numbers.items.set(
        `${article.number}/${paragraph.number}`,
        paragraph.children.map((i) => i.number),
      )
    }
  }
  return numbers
}

/** What became of the numbers of provisions: old key → new key, keys as 3/2/1. */
export type Renumbering = Map<string, string>

function siblings(numbers: Numbers, level: 'article' | 'paragraph' | 'item', place: Place): string[] {
  if (level === 'article') return numbers.articles
  if (level === 'paragraph') return numbers.paragraphs.get(place.article) ?? []
  return numbers.items.get(`${place.article}/${place.paragraph ?? '1'}`) ?? []
}

/** The first and the last provision that a reference points to, from a place; undefined where there is none. */
function resolve(
  chunk: ReferenceChunk,
  from: Place,
  numbers: Numbers,
  memory: Place,
): readonly [Place, Place] | undefined {
  let first: Place = { ...from }
  let last: Place = { ...from }
  for (const step of chunk.steps) {
    const { level } = step
    const base = step.kind === 'same' ? memory : from
    const wanted = ((): readonly [string, string] | undefined => {
      if (step.kind === 'named') return [step.number, step.number]
      if (step.kind === 'same') return base[level] === undefined ? undefined : [base[level], base[level]]
      const list = siblings(numbers, level, last)
      const at = list.indexOf(from[level] ?? '')
      if (at < 0) return undefined
      const n = Number(step.number)
      const [a, b] = step.kind === 'back' ? [list[at - n], list[at - 1]] : [list[at + 1], list[at + n]]
      return a === undefined || b === undefined ? undefined : [a, b]
    })()
    if (!wanted) return undefined
    const at = (number: string, place: Place): Place =>
      level === 'article'
        ? { article: number }
        : level === 'paragraph'
          ? { article: step.kind === 'same' ? memory.article : place.article, paragraph: number }
          : { article: place.article, paragraph: place.paragraph ?? '1', item: number }
    ;[first, last] = [at(wanted[0], first), at(wanted[1], last)]
  }
  return [first, last]
}

/** Everything between references; what stands in them is left out. */
function skeleton(text: string, chunks: readonly ReferenceChunk[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of chunks) {
    out += `${text.slice(from, start)}\u0001`
    from = end
  }
  return out + text.slice(from)
}

/**
 * Whether two texts differ in nothing but references that point to the same provisions as before, by their new numbers.
 * `from` is where each text stands.
 */
export function followsRenumbering(
  old: { text: string; from: Place; numbers: Numbers },
  other: { text: string; from: Place; numbers: Numbers },
  renumbering: Renumbering,
): boolean {
  const a = referenceChunks(old.text)
  const b = referenceChunks(other.text)
  if (a.length === 0 || a.length !== b.length || skeleton(old.text, a) !== skeleton(other.text, b)) return false
  let [memoryA, memoryB] = [old.from, other.from]
  return a.every((chunk, n) => {
    const twin = b[n] as ReferenceChunk
    const from = resolve(chunk, old.from, old.numbers, memoryA)
    const to = resolve(twin, other.from, other.numbers, memoryB)
    if (from) memoryA = from[1]
    if (to) memoryB = to[1]
    if (old.text.slice(chunk.start, chunk.end) === other.text.slice(twin.start, twin.end)) return true
    if (!from || !to || chunk.foreign || twin.foreign) return false
    return [0, 1].every((end) => renumbering.get(keyOf(from[end] as Place)) === keyOf(to[end] as Place))
  })
}
