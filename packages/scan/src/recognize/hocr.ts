import { calibrated } from './calibration.ts'
import type { ReadCharacter } from './recognizer.ts'

/** What starts on a line of hOCR: a page, a line, a word, or one of the things around them. */
const element = /^\s*<(?:div|span) class='(?<kind>\w+)'/u
const symbol = /^\s*<span class='ocrx_cinfo'[^>]*title='(?<title>[^']*)'>(?<value>.*)<\/span>$/u

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|#39);/gu, (entity) => entities[entity] ?? entity)

const lineKinds = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat'])

/** Words of Latin letters are parted by spaces; Japanese ones are parted by the engine's notion of a word, on no evidence. */
const latin = /^[\p{Script=Latin}\d.,:;!?'"()&/%+-]+$/u
const letter = /\p{Script=Latin}/u

/** Characters of one page of hOCR in the making. */
interface Reading {
  characters: ReadCharacter[]
  /** Where the word under way starts. */
  word: number
  lastWord: string
}

const textFrom = (reading: Reading): string =>
  reading.characters
    .slice(reading.word)
    .map((c) => c.value)
    .join('')

/** Puts a space before the word that just ended where both it and the one before it are Latin. */
function endWord(reading: Reading): void {
  const word = textFrom(reading)
  const first = reading.characters[reading.word]
  if (!first || word === '\n') return
  const before = reading.characters[reading.word - 1]
  const parted = latin.test(word) && latin.test(reading.lastWord) && letter.test(word + reading.lastWord)
  if (parted && before && before.value !== '\n')
    reading.characters.splice(reading.word, 0, {
      value: ' ',
      confidence: Math.min(before.confidence, first.confidence),
      x0: Math.min(before.x1, first.x0),
      y0: first.y0,
      x1: first.x0,
      y1: first.y1,
    })
  reading.lastWord = word
  reading.word = reading.characters.length
}

function startLine(reading: Reading): void {
  endWord(reading)
  const last = reading.characters.at(-1)
  if (last) reading.characters.push({ value: '\n', confidence: 1, x0: last.x1, y0: last.y0, x1: last.x1, y1: last.y1 })
  reading.lastWord = ''
  reading.word = reading.characters.length
}

const numbersAfter = (name: string, title: string): number[] => {
  const at = title.indexOf(`${name} `)
  return at < 0 ? [] : (title.slice(at + name.length + 1).split(';', 1)[0] ?? '').trim().split(' ').map(Number)
}

function addSymbol(reading: Reading, title: string, value: string): void {
  // What else a symbol may be stands under it.
  if (title.startsWith('x_confs')) return
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersAfter('x_bboxes', title)
  const [confidence = 0] = numbersAfter('x_conf', title)
  if (value.trim() !== '') reading.characters.push({ value, confidence: calibrated(confidence / 100), x0, y0, x1, y1 })
}

/**
 * Characters of each page of the hOCR that tesseract prints with `hocr_char_boxes`, in pixels of that page. One `ReadCharacter` for
 * every symbol of the engine; spaces only between words of Latin letters.
 */
export function readHocr(hocr: string): ReadCharacter[][] {
  const pages: ReadCharacter[][] = []
  let reading: Reading = { characters: [], word: 0, lastWord: '' }
  for (const line of hocr.split('\n')) {
    const found = symbol.exec(line)?.groups
    if (found) {
      addSymbol(reading, found.title ?? '', plain(found.value ?? ''))
      continue
    }
    const kind = element.exec(line)?.groups?.kind
    if (kind === 'ocr_page') {
      endWord(reading)
      reading = { characters: [], word: 0, lastWord: '' }
      pages.push(reading.characters)
    } else if (kind === 'ocrx_word') endWord(reading)
    else if (kind && lineKinds.has(kind)) startLine(reading)
  }
  endWord(reading)
  return pages
}
