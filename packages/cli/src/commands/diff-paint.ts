import type { Edit } from '@kyoyaku/diff'
import { width } from '../text/columns.ts'

export type Look = 'plain' | 'old' | 'new' | 'added' | 'deleted' | 'changed' | 'heading' | 'soft'

/** A piece of text of one look. */
export interface Piece {
  text: string
  look: Look
}

const codes: Readonly<Record<Look, string>> = {
  plain: '',
  old: '31;9',
  new: '32;4',
  added: '32',
  deleted: '31',
  changed: '36',
  heading: '1',
  soft: '2',
}

/** What marks a difference where there are no colours, as in `git diff --word-diff`. */
const brackets: Readonly<Partial<Record<Look, readonly [string, string]>>> = { old: ['[-', '-]'], new: ['{+', '+}'] }

export type Paint = (piece: Piece) => string

export const colours: Paint = ({ text, look }) =>
  codes[look] === '' || text === '' ? text : `\u001b[${codes[look]}m${text}\u001b[0m`
const noColours: Paint = ({ text }) => text

/** Colours for a person at a terminal who has not refused them: https://no-color.org */
export const painter = (
  interactive: boolean,
  refused: boolean,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Paint => (interactive && !refused && !environment.NO_COLOR && environment.TERM !== 'dumb' ? colours : noColours)

/** Nothing in a document can move the cursor, set colours or break a line. */
export const visible = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')

/** Equal text longer than this tells nothing: its middle is left out. */
const longestEqual = 48
const kept = 18
const left = '…'

const shortened = (text: string, first: boolean, last: boolean): string => {
  const characters = [...text]
  if (characters.length <= longestEqual) return text
  const head = first ? '' : characters.slice(0, kept).join('')
  const tail = last ? '' : characters.slice(-kept).join('')
  // At an end of the text one side of the gap is kept, longer.
  if (first) return left + characters.slice(-2 * kept).join('')
  if (last) return characters.slice(0, 2 * kept).join('') + left
  return `${head}${left}${tail}`
}

/** What became of a text; in words of its own where no colours tell. */
export function editPieces(edits: readonly Edit[], paint: Paint): Piece[] {
  return edits.map(({ op, text }, i): Piece => {
    const value = visible(text)
    if (op === 'equal') return { text: shortened(value, i === 0, i === edits.length - 1), look: 'plain' }
    const look = op === 'delete' ? 'old' : 'new'
    const [open, close] = paint === colours ? ['', ''] : (brackets[look] ?? ['', ''])
    return { text: `${open}${value}${close}`, look }
  })
}

/** Punctuation that no line begins with; it hangs at the end of the line before. */
const hanging = /^[、。，．）」』〕]$/u
/** What stays on one line: a short Latin word, a number with its points and signs; any other character by itself. */
const atoms = /[!-~]{1,12}(?![!-~])|./gsu

/** Lines of at most `columns` after a margin, one hanging mark apart, each piece in its look. */
export function paintedLines(pieces: readonly Piece[], columns: number, margin: number, paint: Paint): string[] {
  const space = ' '.repeat(margin)
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { text, look } of pieces) {
    let part = ''
    for (const c of text.match(atoms) ?? []) {
      const wide = width(c)
      if (used + wide > columns - margin && used > 0 && !hanging.test(c)) {
        lines.push(line + paint({ text: part, look }))
        ;[line, part, used] = ['', '', 0]
      }
      part += c
      used += wide
    }
    line += paint({ text: part, look })
  }
  if (line !== '') lines.push(line)
  return lines.map((l) => space + l)
}
