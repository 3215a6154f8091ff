import type { Text } from '../../text/text.ts'
import { type Heading, isPillarName } from './heading.ts'

/** A heading with the text under it, until it is known what it is. */
export interface Part {
  heading?: Heading
  texts: Text[]
  /** Read as a pillar or an initiative, and so no section. */
  used?: 'pillar' | 'initiative'
}

/** Chapters that only say that projects follow. */
const generic =
  /^(?:具体的な?(?:取組|事業)|取組(?:内容)?|個別(?:取組|事業)|(?:連携)?事業(?:一覧)?|事務事業(?:一覧)?|.{0,12}(?:取組|事業)の?(?:内容|概要|一覧|個票)(?:等|について)?|別紙.{0,4}|個票|参考)(?:\([^()]{1,12}\))?$/u

/** Headings of this level name a part of what stands above them: 【形成協定の内容】. */
const labelled = 6

export interface Placing {
  pillar?: Part
  initiative?: Part
}

/** Puts a heading under those that stand above it. */
export function pushPart(stack: Part[], part: Part): void {
  const { heading } = part
  // 【事業一覧】 stands under the number of what it lists.
  const isLabel = heading?.whole.value.startsWith('【') === true && generic.test(heading.title.value)
  const level = isLabel ? labelled : (heading?.level ?? 0)
  while (stack.length > 0 && (stack.at(-1)?.heading?.level ?? 0) >= level) stack.pop()
  stack.push(part)
}

/** Which of the headings above a sheet name its pillar and its initiative: by their words, the grid's names, their depth. */
export function placing(
  stack: readonly Part[],
  pillars: ReadonlySet<string>,
  initiatives: ReadonlySet<string>,
  words: (text: string) => string,
): Placing {
  const titled = stack.filter(
    (p) => p.heading && p.heading.level > 0 && p.heading.level < labelled && !generic.test(p.heading.title.value),
  )
  const title = (p: Part): string => words(p.heading?.title.value ?? '')
  const initiative = titled.findLast((p) => p.heading?.role === 'initiative' || initiatives.has(title(p)))
  const pillar = titled.findLast((p) => p !== initiative && (p.heading?.role === 'pillar' || pillars.has(title(p))))
  const open = titled.filter((p) => p !== initiative && p !== pillar)
  if (initiative && pillar) return { pillar, initiative }
  const depth = (p: Part): number => stack.indexOf(p)
  if (initiative) {
    const above = open.findLast((p) => depth(p) < depth(initiative))
    return { initiative, ...(above ? { pillar: above } : {}) }
  }
  if (pillar) {
    const below = open.find((p) => depth(p) > depth(pillar))
    return { pillar, ...(below ? { initiative: below } : {}) }
  }
  const [outer, inner] = open.slice(-2)
  if (outer && inner) return { pillar: outer, initiative: inner }
  if (!outer) return {}
  return (outer.heading?.level ?? 0) <= 2 || isPillarName(title(outer)) ? { pillar: outer } : { initiative: outer }
}
