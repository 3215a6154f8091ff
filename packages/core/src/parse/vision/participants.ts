import type { NameBook } from '../../check/municipality-name.ts'
import { readMunicipalities } from '../../municipality/municipality-name.ts'
import { clean } from '../../text/clean.ts'
import { concat, slice, type Text, trim } from '../../text/text.ts'
import { bareOf } from './row.ts'
import { isEveryone, isPartyGroup } from './sheet-label.ts'

export interface Participants {
  names: string[]
  all: boolean
}

const separator = /[、,，､・･/／;；\s]|及び|並びに|または|又は|[()（）]/gu

/** The pieces between separators, in order. */
function pieces(text: Text): Text[] {
  const found: Text[] = []
  let start = 0
  for (const match of text.value.matchAll(separator)) {
    found.push(trim(slice(text, start, match.index)))
    start = match.index + match[0].length
  }
  found.push(trim(slice(text, start)))
  return found.filter((p) => p.value !== '')
}

/** A name that a line end or a space has cut in two (吉備中 央町) is no name by itself but is one with the next piece. */
function names(text: Text, book: NameBook): { name: string; known: boolean }[] {
  const parts = pieces(text)
  const found: { name: string; known: boolean }[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Text
    const next = parts[i + 1]
    const whole = next && !/[市町村区]$/u.test(part.value) ? book.resolve(concat([part, next])) : undefined
    if (whole !== undefined) i++
    const name = whole ?? book.resolve(part)
    const inside = name === undefined ? readMunicipalities(bareOf(part)) : []
    if (name !== undefined) found.push({ name, known: true })
    else if (inside.length > 1) found.push(...inside.map((r) => ({ name: r.name, known: true })))
    else found.push({ name: clean(part).value, known: false })
  }
  return found
}

/** Longest text that is searched for 全市町（…を除く）. */
const longestException = 120

const except = /^(.*?)[(（]?([^()（）]*)(?:を除く|以外|は除く)/u

/** Who takes part: names parted by commas, 全市町 as all members, 全市町（A市を除く） as all but one. */
export function readParticipants(text: Text, members: readonly string[], book: NameBook): Participants {
  const bare = bareOf(text)
  if (isEveryone(bare)) return { names: [...members], all: true }
  const left = bare.length <= longestException ? except.exec(bare) : null
  if (left && isEveryone((left[1] as string).replace(/のうち$/u, ''))) {
    const out = new Set(readMunicipalities(left[2] as string).map((r) => r.name))
    return { names: members.filter((m) => !out.has(m)), all: false }
  }
  const read = names(text, book)
  if (read.some((r) => isEveryone(r.name))) {
    const others = read.filter((r) => r.known && !members.includes(r.name)).map((r) => r.name)
    return { names: [...others, ...members], all: true }
  }
  const printed = read.filter(
    (r) => r.known || (r.name.length > 1 && !isPartyGroup(r.name) && !/^他|等$/u.test(r.name)),
  )
  return { names: [...new Set(printed.map((r) => r.name))], all: false }
}
