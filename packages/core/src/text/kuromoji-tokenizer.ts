import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
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
  viterbi_builder: { trie: { contain(key: string): boolean; commonPrefixSearch(text: string): Spelling[] } }
  token_info_dictionary: { target_map: Record<number, number[]>; getFeatures(word: string): string }
}
/** A word as it is written, `k`, and where to look up what words are written so. */
interface Spelling {
  k: string
  v: number
}
interface Lattice {
  nodes_end_at: { shortest_cost: number }[][]
}

/** The second of the features of a word, after its spelling and its class. */
const properName = /^[^,]*,名詞,固有名詞,/u

function wordsOf(analyser: Analyser): Words {
  const { viterbi_builder: builder, token_info_dictionary: dictionary } = analyser
  const classesOf = (text: string): string[] => {
    const spelling = builder.trie.commonPrefixSearch(text).find(({ k }) => k === text)
    return (spelling ? (dictionary.target_map[spelling.v] ?? []) : []).map((word) =>
      dictionary.getFeatures(String(word)),
    )
  }
  return {
    pathCost: (text) =>
      analyser.viterbi_searcher.forward(analyser.getLattice(text.slice(0, pieceLimit))).nodes_end_at.at(-1)?.[0]
        ?.shortest_cost ?? 0,
    isWord: (text) => builder.trie.contain(text),
    isName(text) {
      const classes = classesOf(text)
      return classes.length > 0 && classes.every((features) => properName.test(features))
    },
  }
}

/** The analyser's dictionary, of which only what is looked up here is declared. */
interface Dictionary {
  trie: { commonPrefixSearch(text: string): { v: number }[] }
  token_info_dictionary: { target_map: Record<number, number[]>; loadTargetMap(bytes: Uint8Array): void }
}

/** Its loader, to which one may say how a file is read. */
interface Loader {
  dic: Dictionary
  loadArrayBuffer(path: string, done: (error: unknown, bytes?: ArrayBufferLike) => void): void
  load(done: (error: unknown, dictionary: Dictionary) => void): void
}

const unpack = promisify(gunzip)

/** Lists that are filled up with a megabyte of zeros, which the analyser would read as entries. */
const filledUp = /unk_(?:map|invoke)/u

/** A file of the dictionary. The end of the packed one tells how long it is, so that it is written in one piece. */
async function unpacked(path: string): Promise<ArrayBufferLike> {
  const packed = await readFile(path)
  const { buffer } = await unpack(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) })
  return filledUp.test(path) ? buffer.slice(0, (new Int32Array(buffer).findLastIndex(Boolean) + 1) * 4) : buffer
}

/**
 * Which words a spelling stands for is looked up where it is found in a text: an object of all 300,000 spellings takes
 * as long to make as all the rest and holds 200 MB. The list is of spellings, each with how many words it has, and these.
 */
function lookWordsUp({ trie, token_info_dictionary: { target_map: words } }: Dictionary, list: Int32Array): void {
  // A spelling's number is that of its first word: none is as high as the list is long.
  const places = new Int32Array(list.length)
  for (let at = 1, count = list[2] ?? 0; count > 0; at += count + 2, count = list[at + 1] ?? 0)
    places[list[at] ?? 0] = at + 1
  const search = trie.commonPrefixSearch
  trie.commonPrefixSearch = (text) => {
    // The end of a spelling is kept as a null character: one in a text finds a spelling without words.
    const found = search.call(trie, text).filter(({ v }) => (places[v] ?? 0) > 0)
    for (const { v: spelling } of found) {
      const at = places[spelling] ?? 0
      words[spelling] ??= Array.from(list.subarray(at + 1, at + 1 + (list[at] ?? 0)))
    }
    return found
  }
}

/** What the analyser's own builder gives, in two fifths of the time and of the memory. */
function load(): Promise<Analyser> {
  const require = createRequire(import.meta.url)
  const DictionaryLoader = require('kuromoji/src/loader/DictionaryLoader.js') as new (folder: string) => Loader
  const KuromojiTokenizer = require('kuromoji/src/Tokenizer.js') as new (dictionary: Dictionary) => Analyser
  const loader = new DictionaryLoader(join(dirname(require.resolve('kuromoji/package.json')), 'dict'))
  loader.loadArrayBuffer = (path, done) => {
    unpacked(path).then((bytes) => done(null, bytes), done)
  }
  let list: Int32Array = new Int32Array()
  loader.dic.token_info_dictionary.loadTargetMap = ({ buffer }) => {
    list = new Int32Array(buffer)
  }
  return new Promise((resolve, reject) =>
    loader.load((error, dictionary) => {
      if (error) return reject(error)
      lookWordsUp(dictionary, list)
      resolve(new KuromojiTokenizer(dictionary))
    }),
  )
}

let loading: ReturnType<typeof load> | undefined

/**
 * The tokenizer with the IPADIC dictionary, for Node. The dictionary is loaded once a process: two fifths of a second and
 * 100 MB. Linear in the text whatever the text is.
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
