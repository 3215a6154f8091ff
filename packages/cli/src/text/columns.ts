import { eastAsianWidth } from 'get-east-asian-width'
import { oneLine } from '../one-line.ts'

/** Combining marks and joiners take no column of their own. */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u
const printable = /^[ -~]*$/u

/** Columns of a terminal that a text takes: two for kanji, kana and full-width forms. */
export function width(text: string): number {
  if (printable.test(text)) return text.length
  let columns = 0
  for (const c of text) columns += zeroWidth.test(c) ? 0 : eastAsianWidth(c.codePointAt(0) ?? 0)
  return columns
}

export const left = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))
export const right = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - width(text))) + text

const ellipsis = '…'

/** The beginning of a text, with … where it goes on. Never wider than `columns`. */
export function fit(text: string, columns: number): string {
  const value = oneLine(text)
  if (value.length * 2 <= columns || width(value) <= columns) return value
  let used = width(ellipsis)
  let kept = ''
  for (const c of value) {
    used += width(c)
    if (used > columns) break
    kept += c
  }
  return kept + ellipsis
}

/** Punctuation that no line begins with; it hangs at the end of the line before. */
const noLineStart = /^[、。，．・：；）」』】〕］｝)\]},.:;ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u
const latin = /^[!-~]$/u

/** Lines of at most `columns`, apart from one hanging punctuation mark; Latin words stay whole where they can. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const units = oneLine(text).match(/[!-~]{1,24}|./gu) ?? []
  for (const unit of units) {
    const wide = width(unit)
    if (used + wide > columns && line !== '' && !(noLineStart.test(unit) && !latin.test(line.at(-1) ?? ''))) {
      lines.push(line.trimEnd())
      line = unit === ' ' ? '' : unit
      used = line === '' ? 0 : wide
    } else {
      line += unit
      used += wide
    }
  }
  if (line !== '') lines.push(line)
  return lines
}
