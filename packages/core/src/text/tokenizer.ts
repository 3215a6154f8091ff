/** Cuts text into words. Surfaces joined give the text. */
export interface Token {
  surface: string
  /** Whether it carries meaning of its own: nouns, verbs, adjectives; not particles, endings, punctuation. */
  content: boolean
}
export interface Tokenizer {
  (text: string): Token[]
  /** What its dictionary knows of words; absent where it has none. */
  words?: Words
}

/** What a dictionary with costs says of a text. */
export interface Words {
  /** Cost of the likeliest way through a short text: the higher, the less likely it is to be written. Same costs for equal texts. */
  pathCost(text: string): number
  isWord(text: string): boolean
  /** Whether it is a word by being a proper name and nothing else: there are so many that misread words are among them. */
  isName(text: string): boolean
}

/** The light tokenizer that every platform has. Coarse: place names fall apart. */
export function segmenterTokenizer(): Tokenizer {
  // Classes of Unicode take long to make: here, as most documents need no words.
  const hasContent = /[\p{Script=Han}\p{Script=Katakana}\p{L}\p{N}]/u
  const kanaOnly = /^[\p{Script=Hiragana}ー]{1,3}$/u
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
  return (text) =>
    [...segmenter.segment(text)].map(({ segment }) => ({
      surface: segment,
      content: hasContent.test(segment) && !kanaOnly.test(segment),
    }))
}
