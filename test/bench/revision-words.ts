import { diffWords, diffWordsWithSpace } from 'diff'
import { compare } from '../../packages/diff/src/index.ts'
import { agreement, articleTitle, resultOf } from '../../packages/diff/src/testing/articles.ts'
import { cpuOf } from './measure.ts'
import { revisedWords } from './revised-text.ts'

// One comparison of two long texts in a process of its own, so that what does not come to an end can be given up.
// Prints the milliseconds of CPU that it took.

/** Words a sentence, and an article of them. */
const lineLength = 100
const share = 0.2

/** The lines as one article, or as one article each. */
const documentOf = (bodies: readonly string[]) =>
  resultOf([
    agreement(
      bodies.map((text, i) => ({
        number: String(i + 1),
        title: articleTitle(String(i + 1)),
        paragraphs: [{ number: 1, text }],
      })),
    ),
  ])

const ways: Readonly<Record<string, (old: string[], revised: string[]) => () => unknown>> = {
  'one text': (old, revised) => {
    const [a, b] = [documentOf([old.join('')]), documentOf([revised.join('')])]
    return () => compare(a, b)
  },
  articles: (old, revised) => {
    const [a, b] = [documentOf(old), documentOf(revised)]
    return () => compare(a, b)
  },
  diffWordsWithSpace: (old, revised) => () => diffWordsWithSpace(old.join(''), revised.join('')),
  'diffWords, Intl.Segmenter': (old, revised) => () =>
    diffWords(old.join(''), revised.join(''), { intlSegmenter: new Intl.Segmenter('ja', { granularity: 'word' }) }),
}

const [, , way = '', count = '0'] = process.argv
const pair = revisedWords(Number(count), share, lineLength)
const run = ways[way]?.(
  pair.old.map((line) => line.join('')),
  pair.new.map((line) => line.join('')),
)
if (!run) throw new RangeError(`no such way: ${way}`)
console.log(Math.round(await cpuOf(run)))
