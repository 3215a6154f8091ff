import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { emptyText, slice, trim } from '../../text/text.ts'
import { readLabel } from '../provisions/numbering.ts'
import { type Column, isTogether, partiesNamed } from './column.ts'
import type { Element } from './elements.ts'

/** Longest name of a party that heads its role. */
const longestName = 24

const rolesAlone = /^(?:主な)?(?:役割|役割分担|役割分担及び費用(?:分担|負担))$/u
const isRoles = (e: Element): boolean =>
  e.kind === 'line' && e.line.folded.length < longestName && saysRoles(e.line.folded)
const saysRoles = (folded: string): boolean =>
  rolesAlone.test(folded.replace(/[ 【】()<>〈〉《》]|:$/gu, '').replace(/^[〇●◎◆◇■□▪・※]/u, ''))

/** ・甲は、…: a sentence that says what a party does. */
const doer = /^[〇●◎◆◇■□▪・※-]? ?([^ 、。]{1,40}?)は、/u

/** A line that says after 役割分担 what a party does; the words stay whole. */
function doerLine(element: Element | undefined, parties: readonly Party[]): Element | undefined {
  if (element?.kind !== 'line') return undefined
  const { line } = element
  const name = doer.exec(line.folded.slice(0, 2 * longestName))?.[1]
  const column = name === undefined ? undefined : partiesNamed(name, parties)
  if (!column || name === undefined) return undefined
  const text = slice(line.text, line.folded.indexOf(name))
  return { kind: 'labelled', column, line, label: emptyText, rest: { ...line, text, folded: fold(text.value), gap: 0 } }
}

const bracketed = /^[【〔[(<〈《](.+)[】〕\])>〉》]$/u

/** 【甲】【乙】 */
const betweenBrackets = /[】〕\])>〉》][【〔[(<〈《]/gu
const opensBracket = /^[【〔[(<〈《]/u

/** 共　通: two characters set as wide as the names around them. */
const spacedPair = /^(?![甲乙丙丁戊己庚辛壬癸] )[^ ] +[^ ](?=[ :]|$)/u

/** （甲）…, 【甲・乙】…: what stands in the brackets that a line begins with. */
const bracketedHead = /^[【〔[(<〈《]([^】〕\])>〉》]{1,24})[】〕\])>〉》](?=[^ :【〔[(<〈《])/u

/** A line that a party's name or symbol begins, parted from the text, or that is nothing else. */
function partyLine(element: Element | undefined, parties: readonly Party[], amongParties = false): Element | undefined {
  if (element?.kind !== 'line') return undefined
  const { line } = element
  const head = bracketedHead.exec(line.folded)?.[0].length
  const gap = head ?? spacedPair.exec(line.folded)?.[0].length ?? line.folded.search(/ |:|$/u)
  const name =
    gap > longestName
      ? ''
      : line.folded.slice(0, gap).replaceAll(betweenBrackets, '・').replace(bracketed, '$1').replaceAll(' ', '')
  const named = partiesNamed(name, parties)
  const column: Column | undefined =
    named ?? (amongParties && isTogether(name) ? { kind: 'role', party: name } : undefined)
  if (!column) return undefined
  const rest = trim(slice(line.text, Math.min(head ?? gap + 1, line.text.value.length)))
  if (rest.value === '') return { kind: 'label', column, line, text: line.text }
  return {
    kind: 'labelled',
    column,
    line,
    label: slice(line.text, 0, gap),
    rest: { ...line, text: rest, folded: fold(rest.value), gap: 0 },
  }
}

/** What stands right below a heading over all roles: a party, or the heading of its role. */
const headsRoles = (element: Element | undefined, parties: readonly Party[]): boolean =>
  partyLine(element, parties) !== undefined ||
  doerLine(element, parties) !== undefined ||
  ((element?.kind === 'label' || element?.kind === 'labelled') && element.column.kind === 'role') ||
  (element?.kind === 'header' && element.columns.some((c) => c.kind === 'role'))

/** (イ) 役割分担, and 役割 before the first of the parties in its line, with what follows on a line of its own. */
function apart(element: Element, parties: readonly Party[]): Element[] {
  if (element.kind !== 'line') return [element]
  const { line } = element
  const from = (start: number): Element => {
    const text = trim(slice(line.text, start))
    return { kind: 'line', line: { ...line, text, folded: fold(text.value), gap: 0 } }
  }
  const number = line.folded.length < longestName ? readLabel(line.folded) : undefined
  if (number && saysRoles(line.folded.slice(number.end)))
    return [{ kind: 'mark', text: slice(line.text, 0, number.titleEnd) }, from(number.end)]
  const gap = line.folded.search(/ |:/u)
  if (gap < 0 || gap > longestName || !saysRoles(line.folded.slice(0, gap))) return [element]
  const rest = from(gap + 1)
  if (partyLine(rest, parties)?.kind !== 'labelled') return [element]
  const text = slice(line.text, 0, gap)
  return [{ kind: 'line', line: { ...line, text, folded: fold(text.value) } }, rest]
}

/** Whether a line goes on with what the party before it does. */
const isSame = (said: Element | undefined, before: Element | undefined): boolean =>
  said?.kind === 'labelled' &&
  before?.kind === 'labelled' &&
  said.column.kind === 'role' &&
  before.column.kind === 'role' &&
  said.column.party === before.column.party

/** 取組：… or 取組内容：… over 甲：…: parties before colons are headings as the labels above them are. */
function opensParties(
  element: Element,
  next: Element | undefined,
  parties: readonly Party[],
  amongParties: boolean,
): boolean {
  if (element.kind !== 'labelled' || element.column.kind === 'role' || element.column.kind === 'cost') return false
  const own = partyLine(next, parties, amongParties)
  return own?.kind === 'labelled' && own.line.folded[own.label.value.length] === ':'
}

/** Whether lines begin with different parties in brackets, as those of contents do: 【内容】 over 【甲】 and 【乙】. */
function headInBrackets(elements: readonly Element[], parties: readonly Party[]): boolean {
  const others = elements.some(
    (e) =>
      (e.kind === 'label' || e.kind === 'labelled') &&
      e.column.kind === 'description' &&
      opensBracket.test(e.line.folded),
  )
  const own = elements.flatMap((e) => {
    const found = e.kind === 'line' && opensBracket.test(e.line.folded) ? partyLine(e, parties) : undefined
    return found && 'column' in found && found.column.kind === 'role' ? [found.column.party] : []
  })
  return others && new Set(own).size > 1
}

/** Parties alone are headings too: under 役割分担, and right after the headings of other columns. */
export function withPartyHeadings(given: readonly Element[], parties: readonly Party[]): Element[] {
  const elements = given.flatMap((element) => apart(element, parties))
  const inBrackets = headInBrackets(elements, parties)
  let within = false
  let opened = false
  let before: Element | undefined
  return elements.map((element, i) => {
    let read = element
    if (element.kind === 'line' && isRoles(element) && headsRoles(elements[i + 1], parties)) {
      within = true
      read = { kind: 'mark', text: element.line.text }
    } else if (element.kind === 'line') {
      const said = within ? doerLine(element, parties) : undefined
      const own = partyLine(element, parties, within) ?? (isSame(said, before) ? undefined : said)
      const heads = within || (inBrackets && opensBracket.test(element.line.folded))
      if (own && (heads || (before?.kind === 'label' && own.kind === 'label'))) read = own
    } else within = opensParties(element, elements[i + 1], parties, opened)
    opened ||= within
    before = read
    return read
  })
}
