import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { IpadicFeatures } from 'kuromoji'
import { fold } from './fold.ts'
import { domainTerms, mergeTerms } from './terms.ts'
import type { Token, Tokenizer, Words } from './tokenizer.ts'

/** The analyser's lattice grows with the square of an unpunctuated run, so it gets no more at once. */
const pieceLimit = 500

/** A run of one character this long is a rule or filling; 20,000 equal digits exhaust the analyser's heap. */
const equalRunMinimum = 8

/** Numbers, Latin words and symbols need no dictionary; white space is not even a word. Bounded by what follows. */
const simpleRun = new RegExp(
  `[0-9][0-9,.]*|[A-Za-z]+|\\s+|[\\p{P}\\p{S}]+|\\p{C}+|(.)\\1{${equalRunMinimum - 1},}`,
  'gu',
)

/** Sub-classes of nouns that carry no meaning of their own: こと, ため, これ, suffixes. */
const emptyNouns = new Set(['非自立', '代名詞', '接尾'])

/** Verbs that every sentence of an agreement ends in. */
const emptyVerbs = new Set(['する', 'なる', 'ある', 'いる'])

function isContent({ pos, pos_detail_1: detail, basic_form: form }: IpadicFeatures): boolean {
  if (pos === '名詞') return !emptyNouns.has(detail)
  return (pos === '動詞' || pos === '形容詞') && detail === '自立' && !emptyVerbs.has(form)
}

/** Where a run without punctuation is cut: at the limit, but never inside a surrogate pair. */
function* pieces(start: number, end: number, text: string): Generator<[number, number]> {
  for (let from = start; from < end; ) {
    let to = Math.min(end, from + pieceLimit)
    if (to < end && /[\ud800-\udbff]/u.test(text[to - 1] ?? '')) to--
    yield [from, to]
    from = to
  }
}

interface Options {
  /** Words that stay whole besides the field's own, such as the names of the parties. */
  terms?: Iterable<string>
}

/** The analyser with the parts of it that its declarations leave out. */
interface Analyser {
  tokenize(text: string): IpadicFeatures[]
  getLattice(text: string): Lattice
  viterbi_searcher: { forward(lattice: Lattice): Lattice }
  viterbi_builder: { trie: { contain(key: string): boolean } }
}
interface Lattice {
  nodes_end_at: { shortest_cost: number }[][]
}

function wordsOf(analyser: Analyser): Words {
  return {
    pathCost: (text) =>
      analyser.viterbi_searcher.forward(analyser.getLattice(text.slice(0, pieceLimit))).nodes_end_at.at(-1)?.[0]
        ?.shortest_cost ?? 0,
    isWord: (text) => analyser.viterbi_builder.trie.contain(text),
  }
}

function load(): Promise<Analyser> {
  const require = createRequire(import.meta.url)
  const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict')
  return import('kuromoji').then(
    ({ default: kuromoji }) =>
      new Promise((resolve, reject) =>
        kuromoji
          .builder({ dicPath })
          .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer as unknown as Analyser))),
      ),
  )
}

let loading: ReturnType<typeof load> | undefined

/**
 * The tokenizer with the IPADIC dictionary, for Node. The dictionary is loaded once a process: most of a second and
 * some 300 MB. Linear in the text whatever the text is.
 */
export async function kuromojiTokenizer(options: Options = {}): Promise<Tokenizer> {
  loading ??= load()
  const analyser = await loading
  const terms = [...domainTerms, ...(options.terms ?? [])]
  const tokenize = (text: string): Token[] => {
    const matched = fold(text)
    const tokens: Token[] = []
    const analyse = (start: number, end: number): void => {
      for (const [from, to] of pieces(start, end, matched)) {
        let offset = from
        for (const word of analyser.tokenize(matched.slice(from, to))) {
          // word_position is wrong after surrogate pairs; lengths of surfaces are right.
          const surface = text.slice(offset, offset + word.surface_form.length)
          offset += word.surface_form.length
          tokens.push({ surface, content: isContent(word) })
        }
        if (offset < to) tokens.push({ surface: text.slice(offset, to), content: true })
      }
    }
    let done = 0
    for (const run of matched.matchAll(simpleRun)) {
      analyse(done, run.index)
      done = run.index + run[0].length
      tokens.push({ surface: text.slice(run.index, done), content: /[\p{L}\p{N}]/u.test(run[0]) })
    }
    analyse(done, text.length)
    return mergeTerms(tokens, terms)
  }
  return Object.assign(tokenize, { words: wordsOf(analyser) })
}
