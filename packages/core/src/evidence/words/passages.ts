import type { Block } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import { concat, filter, type Text } from '../../text/text.ts'

/** Running text without spaces: lines that follow one another, or a cell. */
export interface Passage {
  text: Text
  folded: string
  /** Where lines begin in it. */
  starts: ReadonlySet<number>
  /** Of a cell its row of a table. */
  row?: object
}

const figure = /[0-9.,]/u

/** A text without its spaces, but for those that part numbers: recognition and layout see spaces where there are none. */
function withoutSpaces(text: Text): Text {
  const folded = fold(text.value)
  return filter(
    text,
    (i) => folded[i] !== ' ' || (figure.test(folded[i - 1] ?? '') && figure.test(folded[i + 1] ?? '')),
  )
}

/** Running text of lines that follow one another. */
export function passageOf(printed: readonly Text[], row?: object): Passage {
  const texts = printed.map(withoutSpaces)
  const text = concat(texts)
  const starts = new Set<number>()
  let n = 0
  for (const { value } of texts) {
    starts.add(n)
    n += value.length
  }
  for (let i = text.value.indexOf('\n'); i >= 0; i = text.value.indexOf('\n', i + 1)) starts.add(i + 1)
  return { text, folded: fold(text.value), starts, ...(row ? { row } : {}) }
}

/** The running text of blocks: a sentence goes on over the end of its line. */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = []
  let lines: Text[] = []
  const close = (): void => {
    if (lines.length > 0) passages.push(passageOf(lines))
    lines = []
  }
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block.text)
    else {
      close()
      for (const row of block.rows)
        for (const cell of row) if (cell.text.value !== '') passages.push(passageOf([cell.text], row))
    }
  }
  close()
  return passages
}
