import type { Line } from '../../layout/block.ts'
import { readArticleHeading, type SectionForm } from './article-heading.ts'
import { endsShort } from './provisions-flow.ts'

/** Longest caption without brackets; captions name a subject. */
const longestCaption = 40
/** What the text of an article has and a caption has not. */
const sentence = /[。、,]|[るすうくたはをにがでも]$|(?<!こ)と$|^削除/u
/** An article that has its caption above it has no other. */
const bracketed = /^[(〔【].*[)〕】]$/u
/** Fewer than this many headings of the form say nothing about how a document is written. */
const fewest = 2

/**
 * The lines that are an article's heading and, without brackets, its caption (第１条　目的), its text on the lines below. A single one
 * could be a short article: more than half of the headings must be so.
 */
export function bareCaptions(
  lines: readonly Line[],
  margin: number | undefined,
  sections: SectionForm | undefined,
): ReadonlySet<Line> {
  const found = new Set<Line>()
  let headings = 0
  lines.forEach((line, i) => {
    const heading = readArticleHeading(line.folded, { last: undefined, fresh: true, sections })
    if (!heading) return
    headings++
    const rest = line.folded.slice(heading.end)
    const next = lines[i + 1]
    if (bracketed.test(lines[i - 1]?.folded ?? '')) return
    if (heading.after !== 'space' || rest.length > longestCaption || sentence.test(rest)) return
    if (!next || readArticleHeading(next.folded, { last: undefined, fresh: true, sections })) return
    if (margin === undefined || endsShort(line, margin)) found.add(line)
  })
  return found.size >= fewest && found.size * 2 > headings ? found : new Set()
}
