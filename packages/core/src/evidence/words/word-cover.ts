import { readMunicipalities } from '../../municipality/municipality-name.ts'
import type { Words } from '../../text/tokenizer.ts'

/** Longest word of the dictionary that is looked for around a place. */
const longestWord = 4
const kanji = /^[\u3005\u3400-\u9fff]$/u

/** Words that the dictionary lacks, of two characters or more. */
const fieldWords = ['圏域', '令和', '定住自立圏', '連携', '取組']

/**
 * For every character of a text whether it is in its place: a kanji in a word of two characters or more, or in the name of a
 * municipality; all that is no kanji. Other names vouch for nothing: the dictionary has so many that misreadings are among them.
 */
export function coveredByWords(text: string, words: Words): boolean[] {
  const covered = Array.from(text, (c) => !kanji.test(c))
  const cover = (start: number, end: number): void => {
    for (let i = start; i < end; i++) covered[i] = true
  }
  for (let start = 0; start < text.length; start++) {
    if (!kanji.test(text[start] as string) && !kanji.test(text[start + 1] ?? '')) continue
    for (let length = 2; length <= longestWord && start + length <= text.length; length++) {
      const word = text.slice(start, start + length)
      if (words.isWord(word) && !words.isName(word)) cover(start, start + length)
    }
  }
  for (const word of fieldWords)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) cover(at, at + word.length)
  for (const { start, end } of readMunicipalities(text)) cover(start, end)
  return covered
}
