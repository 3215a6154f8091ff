import type { Document, Section } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { clauseWeights } from '../align/score.ts'
import type { TextChange } from '../schema/comparison.ts'
import { comparable, type Placed } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'
import { membersInOrder } from './members.ts'

/** Members whose text is the document's own, outside its articles, tables and projects. */
const textMembers = ['title', 'number', 'volume', 'issuer', 'preamble', 'closing', 'amends'] as const

/** What a document says of how much is in it. */
const counts: ReadonlySet<string> = new Set(['declaredProjectCount', 'declaredInitiativeCount'])

/** Text outside the provisions of a document, by field. Lists are one text, a line each. */
function textFields(document: Document): Map<string, Placed> {
  const fields = new Map<string, Placed>()
  const members: Readonly<Record<string, unknown>> = document
  for (const name of textMembers) {
    const text = members[name]
    if (typeof text === 'string') fields.set(name, { text, at: document.where?.[name] })
  }
  const date =
    'concludedOn' in document ? document.concludedOn : 'updatedOn' in document ? document.updatedOn : undefined
  if (date) fields.set('date', date)
  const lists: [string, readonly string[] | undefined][] = []
  if (document.type === 'vision') {
    lists.push(['notes', document.notes])
    if (document.declaredProjectCount !== undefined)
      fields.set('declaredProjectCount', { text: String(document.declaredProjectCount) })
    const { label, date: ofRevision } = document.revision
    if (label !== undefined) fields.set('revision', { text: label })
    if (ofRevision) fields.set('date', ofRevision)
  }
  if (document.type === 'outline' && document.declaredInitiativeCount !== undefined)
    fields.set('declaredInitiativeCount', { text: String(document.declaredInitiativeCount) })
  if (document.type === 'profile') {
    lists.push(['pillars', document.pillars], ['members', document.region.members])
    lists.push(['otherRegions', document.otherRegions.map((r) => `${r.name} ${r.members.join('、')}`)])
  }
  if (document.type === 'amendment') lists.push(['operations', document.operations.map((o) => o.text)])
  if (document.type === 'agreement') {
    lists.push(['parties', document.parties.map((p) => `${p.symbol} ${p.name}`)])
    lists.push([
      'signatories',
      document.signatories?.map((s) => [s.organization, s.office, s.name].filter(Boolean).join(' ')),
    ])
  }
  for (const [name, list] of lists) if (list && list.length > 0) fields.set(name, { text: list.join('\n') })
  return fields
}

const sectionText = (section: Section): string =>
  section.title === undefined ? section.text : `${section.title}\n${section.text}`

/** What changed in the text of a document that stands in no article, table or project. */
export function compareTexts(env: Environment, old: Document, other: Document, document: number): TextChange[] {
  const a = textFields(old)
  const b = textFields(other)
  const changes: TextChange[] = []
  const add = (field: string, from: Placed | undefined, to: Placed | undefined): void => {
    const edits = fieldEdits(env, from, to, field)
    if (!edits) return
    changes.push({
      document,
      field,
      status: !to ? aloneStatus(env, 'old') : !from ? aloneStatus(env, 'new') : 'changed',
      edits,
    })
  }
  if (old.type === 'vision' && other.type === 'vision' && !env.excerpts.old && !env.excerpts.new) {
    const members = membersInOrder(old, other)
    if (members.old.length > 0 && members.new.length > 0)
      add('members', { text: members.old.join('、') }, { text: members.new.join('、') })
  }
  for (const field of new Set([...a.keys(), ...b.keys()])) {
    // A count that one version does not state is no change of what there is.
    if (counts.has(field) && !(a.has(field) && b.has(field))) continue
    add(field, a.get(field), b.get(field))
  }
  const olds = old.sections ?? []
  const news = other.sections ?? []
  const unit = (side: 'old' | 'new') => (s: Section) => ({
    number: '',
    caption: '',
    body: comparable(env.text, env.symbolic[side](sectionText(s))),
  })
  const pairs = align(olds.map(unit('old')), news.map(unit('new')), clauseWeights)
  for (const row of inOrder(pairs, olds.length, news.length)) {
    const from = row.old === undefined ? undefined : (olds[row.old] as Section)
    const to = row.new === undefined ? undefined : (news[row.new] as Section)
    add('sections', from && { text: sectionText(from), at: from.at }, to && { text: sectionText(to), at: to.at })
  }
  return changes
}
