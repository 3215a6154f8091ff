import { concat, filter, slice, type Text, trim } from '../../text/text.ts'

/** HTML that table extraction leaves in cells. The bound keeps matching linear. */
const tag = /<\/?[a-z][^<>\n]{0,80}>/giu
const breaking = /^<\/?(?:br|li|p|ul|ol|div|tr)\b/iu
const listing = /^<(?:ul|ol)\b/iu

/** The text without its tags. */
export function withoutTags(text: Text): Text {
  if (!text.value.includes('<')) return text
  const dropped = new Set<number>()
  for (const match of text.value.matchAll(tag)) {
    for (let i = match.index; i < match.index + match[0].length; i++) dropped.add(i)
  }
  return dropped.size === 0 ? text : filter(text, (i) => !dropped.has(i))
}

/** The lines that breaking tags make of a cell, without tags. */
export const linesIn = (text: Text): Text[] => lines(text).parts

/** Parts between tags that begin a new line, other tags gone; `list` says whether a list was opened anywhere. */
function lines(text: Text): { parts: Text[]; list: boolean } {
  if (!text.value.includes('<')) {
    const only = trim(text)
    return { parts: only.value === '' ? [] : [only], list: false }
  }
  const parts: Text[] = []
  let list = false
  let start = 0
  for (const match of text.value.matchAll(tag)) {
    if (listing.test(match[0])) list = true
    if (!breaking.test(match[0])) continue
    parts.push(slice(text, start, match.index))
    start = match.index + match[0].length
  }
  parts.push(slice(text, start))
  return { parts: parts.map((p) => trim(withoutTags(p))).filter((p) => p.value !== ''), list }
}

const bullets = '●•◆■◇□▪▶➢➤○◎・･‧◦*\ufffd'
/** Bullets that are no part of words, so that no space need stand before them. */
const strongBullets = '●◆■◇▪▶➢➤'
const enclosed = /[①-⑳]/u
const gap = /[\s。]/u
/** Kana, kanji and what lies between, but for the middle dot: no bullet is among them. */
const isWordUnit = (unit: number): boolean => (unit > 0x3040 && unit < 0x30fb) || (unit >= 0x3400 && unit < 0xff00)
const leadingBullet = new RegExp(`^[${bullets}\\s]+|^-\\s+`, 'u')

function itemStarts(value: string): number[] {
  const starts = [0]
  for (let i = 1; i < value.length; i++) {
    if (isWordUnit(value.charCodeAt(i))) continue
    const c = value[i] as string
    const isBullet = bullets.includes(c) || enclosed.test(c)
    if (strongBullets.includes(c) || (isBullet && gap.test(value[i - 1] as string))) starts.push(i)
  }
  return starts
}

const startsItem = (value: string): boolean => leadingBullet.test(value) || enclosed.test(value[0] ?? '')

/** A cell's list without bullets, set apart by nothing but spaces between Japanese words. */
function atSpaces(text: Text): Text[] {
  const parts: Text[] = []
  let start = 0
  for (let i = 1; i < text.value.length - 1; i++) {
    if (text.value[i] !== ' ') continue
    const before = text.value.charCodeAt(i - 1)
    const after = text.value.charCodeAt(i + 1)
    if (before < 0x3000 || after < 0x3000) continue
    parts.push(slice(text, start, i))
    start = i + 1
  }
  parts.push(slice(text, start))
  return parts
}

/** The items of a list, printed as HTML, with bullets, with circled numbers, or line by line; bullets gone. */
export function itemsOf(texts: readonly Text[]): Text[] {
  const items: Text[][] = []
  let bulleted = false
  for (const text of texts) {
    const { parts, list } = lines(text)
    for (const part of parts) {
      const starts = itemStarts(part.value)
      const pieces = starts.map((s, n) => trim(slice(part, s, starts[n + 1])))
      const plain = pieces.length === 1 && !startsItem(part.value)
      for (const piece of plain && list && parts.length === 1 ? atSpaces(part) : pieces) {
        const starting = startsItem(piece.value)
        const last = items.at(-1)
        if (last && !starting && parts.length === 1 && !list && (bulleted || plain)) last.push(piece)
        else items.push([piece])
        bulleted ||= starting
      }
    }
  }
  return items.map((parts) => concat(parts.map((p) => withoutBullet(p)))).filter((t) => t.value !== '')
}

export function withoutBullet(text: Text): Text {
  const lead = leadingBullet.exec(text.value)?.[0].length ?? 0
  return lead === 0 ? text : trim(slice(text, lead))
}
