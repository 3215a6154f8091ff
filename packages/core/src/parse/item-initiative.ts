import type { Initiative, Party, Role } from '../schema/agreement.ts'
import { clean } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { concat, slice, type Text } from '../text/text.ts'
import { captionOf } from './caption.ts'
import { type Context, locate } from './context.ts'
import type { ArticleNode, ItemNode } from './provisions-tree.ts'
import { bodyOf } from './provisions-write.ts'

const description = /^(?:(?:連携(?:する)?)?取(?:り)?組み?の?(?:内容|概要)|(?:連携|事業|事務)の?(?:内容|概要)|内容)$/u
const roles = /^(?:各?(?:市町?村?|甲乙)の?)?役割(?:分担)?(?:等)?$/u
/** Longest printed label. */
const longestLabel = 40
/** How a label is parted from its text on one line. */
const parted = /^([^ :。、]{1,40})(?: +|:)(?=.)/u

interface Labelled {
  label: string
  body: Text
}

/** An item's label and its text: on lines of their own, or parted by a space. An item of one short line is a label alone. */
function labelled(node: ItemNode): Labelled {
  const [first, ...rest] = node.lines
  if (!first) return { label: '', body: bodyOf([]) }
  const folded = fold(first.value)
  const match = parted.exec(folded)
  if (match && isLabel(match[1] as string))
    return { label: match[1] as string, body: bodyOf([slice(first, match[0].length), ...rest]) }
  const whole = folded.replaceAll(' ', '')
  return whole.length <= longestLabel && isLabel(whole)
    ? { label: whole, body: bodyOf(rest) }
    : { label: '', body: bodyOf(node.lines) }
}

const isLabel = (text: string): boolean => description.test(text) || roles.test(text) || partyRole.test(text)
const partyRole = /^([^をにがはで、。]{1,24}?)の(?:役割|役割分担)(?:(?:及び|・)費用(?:の)?(?:分担|負担))?$/u

/** The parties that a label gives a role to: 甲の役割, 甲及び乙の役割, 三原市の役割分担及び費用分担. */
function partiesOf(label: string, parties: readonly Party[]): string[] {
  const subject = partyRole.exec(label)?.[1]
  if (subject === undefined) return []
  const named = subject.split(/及び|並びに|・|と/u).flatMap((name) => {
    const party = parties.find((p) => fold(p.symbol) === name || fold(p.name) === name)
    return party ? [party.symbol] : []
  })
  return named.length > 0 ? named : [subject]
}

interface Reading {
  description?: Text
  roles: { party: string; text: Text }[]
}

/** The text below a label: its own, or that of its items. */
function textBelow(node: ItemNode, body: Text): Text {
  if (node.items.length === 0) return body
  return bodyOf([...(body.value === '' ? [] : [body]), ...node.items.flatMap((i) => [i.title, ...i.lines])])
}

function readRoles(nodes: readonly ItemNode[], parties: readonly Party[], into: Reading): Reading {
  for (const node of nodes) {
    const { label, body } = labelled(node)
    if (description.test(label)) into.description = textBelow(node, body)
    else if (roles.test(label)) readRoles(node.items, parties, into)
    else for (const party of partiesOf(label, parties)) into.roles.push({ party, text: textBelow(node, body) })
  }
  return into
}

/** The first line of an item as its title, what follows as its text. */
function titled(node: ItemNode): { title: Text; rest: Text } {
  const [first, ...rest] = node.lines
  const title = clean(first ?? bodyOf([]))
  // A title that was wrapped goes on; a sentence after it does not belong to it.
  const sentence = rest.findIndex((line) => /[。]/u.test(line.value))
  return sentence < 0 ? { title: bodyOf(node.lines), rest: bodyOf([]) } : { title, rest: bodyOf(rest) }
}

/**
 * Initiatives that stand inside articles with their roles: (1)→ア→(ア)→a 取組の内容, b 甲の役割. Their text stays with the
 * items; they only say where it is. `path` holds the titles of what they stand under.
 */
export function itemInitiatives(
  context: Context,
  articles: readonly ArticleNode[],
  parties: readonly Party[],
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
    const written: Role[] = reading.roles.map((r) => ({
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
  const visit = (node: ItemNode, path: readonly string[]): void => {
    const reading = readRoles(node.items, parties, { roles: [] })
    const { title, rest } = titled(node)
    if (reading.roles.length > 0) initiative(title, reading, path, clean(node.title).value, rest)
    else for (const child of node.items) visit(child, title.value === '' ? path : [...path, title.value])
  }
  for (const article of articles) {
    for (const paragraph of article.paragraphs) {
      const reading = readRoles(paragraph.items, parties, { roles: [] })
      if (reading.roles.length > 0 && article.caption) initiative(captionOf(article.caption), reading, [])
      else for (const node of paragraph.items) visit(node, [])
    }
  }
  return found
}
