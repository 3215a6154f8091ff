import { type At, fold, numeralOf, type ParseResult } from '@kyoyaku/core'
import { struckText } from './struck-text.ts'

type Json = { [member: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Something that was there in the new version alone. */
const gone = Symbol('gone')

const numberIn = (title: string): string | undefined => {
  const parts = [...fold(title).matchAll(/[0-9]{1,4}|[一二三四五六七八九十百千]{1,9}/gu)].map((m) => numeralOf(m[0]))
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join('_')
}

/** A sum that a redline changed, in the unit that it has now. */
function oldYen(text: string, now: string, yen: unknown): number | null {
  const digits = (t: string): number => Number(fold(t).replace(/[^0-9.]/gu, '') || Number.NaN)
  const [a, b] = [digits(text), digits(now)]
  if (Number.isNaN(a)) return null
  return typeof yen === 'number' && b > 0 ? Math.round((a * yen) / b) : a
}

const isIndicator = (value: Json): boolean => 'baseline' in value || 'target' in value || 'milestones' in value

function oldObject(value: Json): Json | typeof gone {
  const out: Json = {}
  const where = isObject(value.where) ? (value.where as Record<string, At>) : {}
  let lost = false
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') {
      const at = name === 'text' ? (value.at as At | undefined) : where[name]
      const old = struckText(member, at)
      if (old.trim() === '' && member !== '') {
        lost ||= name === 'text' || name === 'title' || (name === 'name' && isIndicator(value))
        if (name === 'text') out[name] = ''
      } else out[name] = old
      if (old !== member && name === 'title' && typeof value.number === 'string') {
        const number = numberIn(old)
        if (number !== undefined) out.number = number
      }
    } else if (name === 'at' || name === 'where') out[name] = member
    else {
      const old = oldValue(member)
      if (old !== gone) out[name] = old
    }
  }
  if ('number' in out && 'number' in value && out.title !== value.title)
    out.number = numberIn(String(out.title ?? '')) ?? value.number
  if ('yen' in value && typeof out.text === 'string' && out.text !== value.text)
    out.yen = oldYen(out.text, String(value.text), value.yen)
  const below = ['items', 'paragraphs', 'initiatives'].some(
    (name) => Array.isArray(out[name]) && (out[name] as unknown[]).length > 0,
  )
  const emptied = Array.isArray(value.paragraphs) && value.paragraphs.length > 0 && !below
  return (lost && !below) || emptied ? gone : out
}

function oldValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(oldValue).filter((v) => v !== gone)
  return isObject(value) ? oldObject(value) : value
}

/** The version before a redline, out of the one document that shows both. */
export const oldVersion = (result: ParseResult): ParseResult => ({
  ...result,
  documents: oldValue(result.documents) as ParseResult['documents'],
  diagnostics: [],
})

/** Whether any value of a result was struck or put in by a redline. */
export function hasRedline(result: ParseResult): boolean {
  const look = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(look)
    if (!isObject(value)) return false
    const runs = (value as At).runs
    if (Array.isArray(runs) && runs.some((r) => r.mark !== 'underlined')) return true
    return Object.values(value).some(look)
  }
  return look(result.documents)
}
