import type { Initiative, Party, Role } from '../../schema/agreement.ts'
import { clean } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text } from '../../text/text.ts'
import { type Context, locate, report } from '../context.ts'
import { knownParties, partyAt } from '../party/party-head.ts'
import { areSymbols, betweenParties } from '../party/party-symbol.ts'
import { doerOf } from '../party/role-doer.ts'
import { longestLabelled } from '../party/role-label.ts'
import { captionOf } from './caption.ts'
import { costs, description, isLoneLabel, roles } from './item-label.ts'
import { type Labelled, labelledParts, longestEnd, saysDoing } from './labelled-parts.ts'
import type { ArticleNode, ItemNode } from './provisions-tree.ts'
import { bodyOf } from './provisions-write.ts'
import { bracketedTitle, repeatedRuns, type TitledRun, titledRuns } from './titled-run.ts'

/** The parties that a label gives a role to: 甲の役割, 甲及び乙の役割, Ａ市の役割分担及び費用分担. */
function partiesOf(label: string, parties: readonly Party[]): string[] {
  const doer = doerOf(label)
  if (doer === undefined) return knownParties(label, parties)
  // Of several symbols one that nobody has is said all the same.
  const named = areSymbols(doer) ? doer.split(betweenParties) : knownParties(doer, parties)
  return named.length > 0 ? named : [doer]
}

interface Reading {
  description?: Text
  roles: { party: string; text: Text }[]
  /** What stands under 役割 and names nobody. */
  unassigned?: Text
}

/** The text below a label: its own, or that of its items. */
const textBelow = (lines: readonly Text[], items: readonly ItemNode[]): Text =>
  bodyOf([...lines, ...items.flatMap(linesBelow)])
const linesBelow = (item: ItemNode): Text[] => [item.title, ...item.lines, ...item.items.flatMap(linesBelow)]

/** 甲は、 and 甲及び乙は、 at the start of a sentence. */
const subject = /^ *([^ 、。]{1,40}?)は、/u

/** Sentences at the end of a text that each say what one party does, parted from what stands before them. */
function sentenceRoles(text: Text, parties: readonly Party[]): { before: Text; roles: Reading['roles'] } {
  const folded = fold(text.value)
  const roles: Reading['roles'] = []
  let before = text.value.length
  for (let start = 0; start < folded.length; ) {
    const stop = folded.indexOf('。', start)
    const end = stop < 0 ? folded.length : stop + 1
    const named = subject.exec(folded.slice(start, start + 50))?.[1]
    const doers = named === undefined ? [] : knownParties(named, parties)
    const sentence = slice(text, start, end)
    if (doers.length > 0) {
      before = Math.min(before, start)
      for (const party of doers) roles.push({ party, text: sentence })
    } else if (roles.length > 0) {
      const last = roles.at(-1) as Reading['roles'][number]
      for (const role of roles) if (role.text === last.text && role !== last) role.text = concat([role.text, sentence])
      last.text = concat([last.text, sentence])
    }
    start = end
  }
  return { before: slice(text, 0, before), roles }
}

function readPart(
  { label, lines }: Labelled,
  items: readonly ItemNode[],
  parties: readonly Party[],
  into: Reading,
): void {
  if (costs.test(label)) return
  if (description.test(label)) into.description = textBelow(lines, items)
  else if (roles.test(label) && knownParties(doerOf(label) ?? '', parties).length === 0) {
    for (const node of items) readNode(node, parties, into)
    if (into.roles.length > 0) return
    into.roles.push(...rolesOfItems(items, parties))
    if (into.roles.length > 0) return
    for (const text of [bodyOf(lines), ...items.map((i) => textBelow(i.lines, i.items))])
      into.roles.push(...sentenceRoles(text, parties).roles)
    const text = textBelow(lines, items)
    if (into.roles.length > 0 || text.value.trim() === '') return
    // 各市町の役割: all of them together, as printed.
    const doer = doerOf(label)
    if (doer === undefined) into.unassigned = text
    else into.roles.push({ party: doer, text })
  } else for (const party of partiesOf(label, parties)) into.roles.push({ party, text: textBelow(lines, items) })
}

/** What items say of the parties that each of them begins with: (ア) 甲　…. None where one begins otherwise. */
function rolesOfItems(items: readonly ItemNode[], parties: readonly Party[]): Reading['roles'] {
  const headed = items.map(({ lines: [first] }) =>
    first ? partyAt(`${fold(first.value.slice(0, longestLabelled))} `, parties) : undefined,
  )
  if (headed.includes(undefined)) return []
  return items.flatMap(({ lines: [first, ...more], items: below }, i): Reading['roles'] => {
    const { label, rest } = headed[i] as NonNullable<(typeof headed)[number]>
    const text = textBelow(first ? [slice(first, Math.min(rest, first.value.length)), ...more] : [], below)
    return knownParties(label, parties).map((party) => ({ party, text }))
  })
}

/** Items that each say what one of the parties does: a share or an address is none. */
function saidOfParties(items: readonly ItemNode[], parties: readonly Party[]): Reading['roles'] {
  const said = rolesOfItems(items, parties)
  const several = new Set(said.map((r) => r.party)).size > 1
  return several && said.some((r) => saysDoing.test(fold(r.text.value.slice(-longestEnd).trimEnd()))) ? said : []
}

/** The caption of an article that gives roles. */
const namesRoles = /役割/u

/** Items that are each a sentence about what one of the parties does: (1) 甲は、…. None where one is about something else. */
function doersOf(items: readonly ItemNode[], parties: readonly Party[]): Reading['roles'] {
  const each = items.map((item) => {
    const text = textBelow(item.lines, item.items)
    const doer = subject.exec(fold(text.value.slice(0, longestLabelled)))?.[1]
    return doer === undefined ? [] : knownParties(doer, parties).map((party) => ({ party, text }))
  })
  const several = new Set(each.flat().map((r) => r.party)).size > 1
  return several && each.every((roles) => roles.length > 0) ? each.flat() : []
}

/** Reads the labels of an item; what stands under the last one has its items too. */
function readNode(node: ItemNode, parties: readonly Party[], into: Reading, amongRoles = false): void {
  const { lead, parts } = labelledParts(node.lines, parties, amongRoles)
  if (lead.some((line) => line.value.trim() !== '')) return
  parts.forEach((part, i) => {
    readPart(part, i === parts.length - 1 ? node.items : [], parties, into)
  })
}

/** Whether an item begins with a label that something stands under: 費用の負担 alone can be what a party does. */
const isLabelled = ({ lines, items }: ItemNode, parties: readonly Party[]): boolean => {
  const { parts } = labelledParts(lines, parties)
  return parts.length > 0 && (items.length > 0 || bodyOf(parts.flatMap((p) => p.lines)).value !== '')
}

/** Whether an item begins with a party's role and nothing before it. */
function headsRole({ lines }: ItemNode, parties: readonly Party[]): boolean {
  const { lead, parts } = labelledParts(lines, parties)
  return lead.length === 0 && parts[0] !== undefined && doerOf(parts[0].label) !== undefined
}

/** Items of which one goes on with a label that stands over the next, as lines: a list has no place for it. */
function unlisted(
  lines: readonly Text[],
  items: readonly ItemNode[],
): { lines: readonly Text[]; items: readonly ItemNode[] } {
  const parted = items.some((item) => item.lines.slice(1).some(isLoneLabel))
  return parted && lines.some(isLoneLabel)
    ? { lines: [...lines, ...items.flatMap(linesBelow)], items: [] }
    : { lines, items }
}

/** 甲の役割 / 乙の役割 with nothing under either, over items: headings of columns whose cells stand one after another. */
function areHeads(parts: readonly Labelled[], items: readonly ItemNode[]): boolean {
  const doers = parts.filter((p) => doerOf(p.label) !== undefined)
  return items.length > 0 && doers.length > 1 && parts.every((p) => bodyOf(p.lines).value.trim() === '')
}

/** What an initiative's lines and items say under labels; where only its contents are labelled, sentences tell the roles. */
function readRoles(
  ofNode: readonly Text[],
  itemsOfNode: readonly ItemNode[],
  parties: readonly Party[],
): Reading & { lead: Text[]; torn?: true } {
  const { lines, items } = unlisted(ofNode, itemsOfNode)
  const into: Reading = { roles: [] }
  const { lead, parts } = labelledParts(lines, parties)
  if (areHeads(parts, items)) return { ...into, lead, torn: true }
  const below = items.some((i) => isLabelled(i, parties)) ? [] : items
  parts.forEach((part, i) => {
    readPart(part, i === parts.length - 1 ? below : [], parties, into)
  })
  const amongRoles = items.some((i) => headsRole(i, parties))
  if (parts.length === 0 || below.length === 0) for (const node of items) readNode(node, parties, into, amongRoles)
  if (parts.length === 0 && into.roles.length === 0 && !into.description)
    into.roles.push(...saidOfParties(items, parties))
  if (into.description && into.roles.length === 0) {
    const { before, roles: said } = sentenceRoles(into.description, parties)
    const others = items.filter((i) => labelledParts(i.lines, parties).parts.length === 0)
    into.roles.push(...said, ...others.flatMap((i) => sentenceRoles(textBelow(i.lines, i.items), parties).roles))
    if (said.length > 0) into.description = before
  }
  return { ...into, lead }
}

/** Lines across a page hold more than this: below a shorter one stands a second title (医療 / 救急医療体制の確保). */
const shortestWrapped = 16
const wideSpace: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** The title that a paragraph is, with contents and roles below it: １　救急医療. */
function paragraphTitle(lead: readonly Text[]): Text | undefined {
  const title = clean(bodyOf(lead))
  return title.value !== '' && title.value.length <= longestTitle && !/[。、]/u.test(title.value) ? title : undefined
}
const longestTitle = 40

/** 甲の役割は、次のとおりとする。 at the start of a paragraph: its items are what the party does, or else its sentence. */
const saysRole = /^(?:[^ 。]{1,40}(?:に係る|における|に関する|についての))?([^ 。]{1,24}?)の役割(?:分担)?は、/u
const announcesItems = /(?:次|以下)の(?:とおり|各号|事項)/u

/** An article as an initiative of which a paragraph each says what one party does; undefined where fewer than two do. */
function inParagraphs(article: ArticleNode, parties: readonly Party[]): Reading | undefined {
  const into: Reading = { roles: [] }
  const lead: Text[] = []
  let saying = 0
  for (const { lines, items } of article.paragraphs) {
    const before = into.roles.length
    const labelled = labelledParts(lines, parties)
    if (labelled.parts.length > 0 && labelled.lead.every((l) => l.value.trim() === '')) {
      const own = readRoles(lines, items, parties)
      into.roles.push(...own.roles)
      if (own.description) into.description = own.description
    } else into.roles.push(...saidRoles(lines, items, parties))
    if (into.roles.length > before) saying++
    else if (before === 0 && labelled.parts.length === 0) lead.push(...lines)
  }
  if (saying < 2 || new Set(into.roles.map((r) => r.party)).size < 2) return undefined
  const description = bodyOf(lead)
  return into.description || description.value === '' ? into : { ...into, description }
}

/** What a paragraph says that parties do. */
function saidRoles(lines: readonly Text[], items: readonly ItemNode[], parties: readonly Party[]): Reading['roles'] {
  const folded = fold(bodyOf(lines).value.slice(0, longestRoleSentence))
  const named = saysRole.exec(folded)?.[1]
  const doers = named === undefined ? [] : knownParties(named, parties)
  if (doers.length === 0) return []
  const text = items.length > 0 && announcesItems.test(folded) ? textBelow([], items) : textBelow(lines, items)
  return doers.map((party) => ({ party, text }))
}
const longestRoleSentence = 120

/** The first of an item's lines as its title, what follows as its text. */
function titled(lines: readonly Text[]): { title: Text; rest: Text } {
  const [first, ...rest] = lines
  const title = clean(first ?? bodyOf([]))
  // A title that was wrapped goes on; a sentence after it does not belong to it.
  const sentence = rest.findIndex((line) => /[。]/u.test(line.value))
  if (sentence >= 0) return { title, rest: bodyOf(rest) }
  const apart = rest.length > 0 && title.value.length < shortestWrapped
  return { title: apart ? concat([title, wideSpace, bodyOf(rest)]) : bodyOf(lines), rest: bodyOf([]) }
}

/**
 * Initiatives that stand inside articles with their roles: (1)→ア→(ア)→a 取組の内容, b 甲の役割. Their text stays with the
 * items; they only say where it is. `path` holds the titles of what they stand under. Lines `elsewhere` are read by others.
 */
export function itemInitiatives(
  context: Context,
  articles: readonly ArticleNode[],
  parties: readonly Party[],
  elsewhere: ReadonlySet<Text>,
): Initiative[] {
  const found: Initiative[] = []
  const initiative = (
    title: Text,
    reading: Reading,
    path: readonly string[],
    number?: string,
    fallback?: Text,
  ): void => {
    const text = reading.description ?? fallback
    const described = text && text.value !== '' ? { description: clean(text).value } : {}
    const written: Role[] = reading.roles
      .filter((r) => r.text.value.trim() !== '')
      .map((r) => ({
        party: r.party,
        text: clean(r.text).value,
        at: locate(context, r.text),
      }))
    found.push({
      ...(number === undefined ? {} : { number }),
      title: title.value,
      ...described,
      roles: written,
      ...(path.length > 0 ? { path: [...path] } : {}),
      at: locate(context, concat([title, ...(text ? [text] : []), ...reading.roles.map((r) => r.text)])),
      where: {
        title: locate(context, title),
        ...(text && text.value !== '' ? { description: locate(context, text) } : {}),
      },
    })
  }
  const unassigned = (text: Text): void =>
    report(context, 'role-unassigned', { text: clean(text).value }, locate(context, text))
  const leave = (items: readonly ItemNode[]): void => unassigned(textBelow([], items))
  const readRuns = (runs: readonly TitledRun[], path: readonly string[]): void => {
    for (const run of runs) {
      const reading = readRoles(run.lines, [], parties)
      initiative(clean(run.title), reading, path, undefined, bodyOf(reading.lead))
    }
  }
  const visit = (node: ItemNode, path: readonly string[]): void => {
    const first = node.lines.findIndex((line, i) => bracketedTitle(line, node.lines[i + 1]))
    if (first >= 0) {
      const { title } = titled(node.lines.slice(0, first))
      const below = [...node.lines.slice(first), ...node.items.flatMap(linesBelow)]
      readRuns(titledRuns(below), title.value === '' ? path : [...path, title.value])
      return
    }
    const repeated = node.items.length === 0 ? repeatedRuns(node.lines, parties) : undefined
    if (repeated) {
      const above = bodyOf(repeated.above).value
      readRuns(repeated.runs, above === '' ? path : [...path, above])
      return
    }
    const reading = readRoles(node.lines, node.items, parties)
    if (reading.torn) leave(node.items)
    if (reading.unassigned && reading.roles.length === 0) unassigned(reading.unassigned)
    const { title, rest } = titled(reading.lead)
    if (reading.roles.length > 0 || (reading.unassigned && reading.description))
      initiative(title, reading, path, clean(node.title).value, rest)
    else for (const child of node.items) visit(child, title.value === '' ? path : [...path, title.value])
  }
  for (const article of articles) {
    const whole = article.caption ? inParagraphs(article, parties) : undefined
    if (article.caption && whole) initiative(captionOf(article.caption), whole, [])
    for (const paragraph of whole ? [] : article.paragraphs) {
      const lines = elsewhere.size > 0 ? paragraph.lines.filter((l) => !elsewhere.has(l)) : paragraph.lines
      const runs = titledRuns(lines)
      readRuns(runs, [])
      if (runs.length > 0) continue
      const reading = readRoles(lines, paragraph.items, parties)
      if (reading.torn) leave(paragraph.items)
      const named = article.paragraphs.length > 1 ? paragraphTitle(reading.lead) : undefined
      const said = reading.roles.length > 0 ? [] : doersOf(paragraph.items, parties)
      if (reading.roles.length > 0 && article.caption && named)
        initiative(named, reading, [captionOf(article.caption).value], String(paragraph.number))
      else if (reading.roles.length > 0 && article.caption) initiative(captionOf(article.caption), reading, [])
      else if (article.caption && namesRoles.test(fold(article.caption.value)) && said.length > 0)
        initiative(captionOf(article.caption), { roles: said }, [])
      else for (const node of paragraph.items) visit(node, [])
    }
  }
  return found
}
