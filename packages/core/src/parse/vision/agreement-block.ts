import { concat, slice, type Text, trim } from '../../text/text.ts'
import type { Part } from './outline-state.ts'
import { bareOf } from './row.ts'
import { labelOf, longestLabel } from './sheet/sheet-label.ts'

/** What a vision quotes of the agreement under an initiative: 取組の内容, 甲の役割, 乙の役割. */
export interface AgreementBlock {
  description: Text[]
  roles: { party: string; texts: Text[] }[]
  /** Headings and labels of the block. */
  labels: Text[]
}

/** 【形成協定の内容】, 協約の規定 */
const heading = /^(?:形成)?協[定約](?:の|における)?(?:内容|規定(?:事項)?|該当箇所)$/u
const undecorated = /^[【[〈<《「■□◆◇●〇▼・#]+|[】\]〉>》」■]+$/gu
const opens = (bare: string): boolean => heading.test(bare.replace(undecorated, ''))

interface Named {
  /** Undefined for what the initiative is. */
  party?: string
  /** How many characters the label has. */
  length: number
}

/** A label of the block, alone or with its text behind it: 甲の役割, 甲の役割：…, 取組の内容　…. */
function labelIn(text: Text): Named | undefined {
  const { value } = text
  const end = value.slice(0, longestLabel).search(/[:：\s]/u)
  for (const length of [value.length, end + 1]) {
    if (length <= 0 || length > longestLabel) continue
    const label = labelOf(bareOf(trim(slice(text, 0, length))).replace(/:$/u, ''))
    if (label?.kind === 'role' && label.party !== undefined) return { party: label.party, length }
    if (label?.kind === 'activities') return { length }
  }
  return undefined
}

/** Whether a heading is no chapter but what an agreement says under one: ア　取組の内容, イ　甲の役割. */
export const isOfAgreement = ({ title, whole }: { title: Text; whole: Text }): boolean =>
  opens(bareOf(whole)) || opens(bareOf(title)) || labelIn(title)?.length === title.value.length

function addTo(block: AgreementBlock, text: Text, open: { texts: Text[] }): { texts: Text[] } {
  const label = labelIn(text)
  if (!label) {
    open.texts.push(text)
    return open
  }
  block.labels.push(trim(slice(text, 0, label.length)))
  const own = { texts: block.description }
  if (label.party !== undefined) {
    own.texts = []
    block.roles.push({ party: label.party, texts: own.texts })
  }
  const rest = trim(slice(text, label.length))
  if (rest.value !== '') own.texts.push(rest)
  return own
}

/**
 * Reads what stands between the heading of an initiative and its first project as the description and the roles of the initiative.
 * The parts that hold it are emptied. Undefined where nothing of an agreement stands there.
 */
export function readAgreementBlock(part: Part, below: readonly Part[]): AgreementBlock | undefined {
  const own = below.findIndex((p) => p.heading && !isOfAgreement(p.heading))
  const parts = below.slice(0, own < 0 ? undefined : own)
  const block: AgreementBlock = { description: [], roles: [], labels: [] }
  let open = { texts: block.description }
  for (const text of part.texts) open = opens(bareOf(text)) ? addLabel(block, text) : addTo(block, text, open)
  for (const { heading: head, texts } of parts) {
    if (head) open = opens(bareOf(head.title)) ? addLabel(block, head.whole) : addHeading(block, head, open)
    for (const text of texts) open = addTo(block, text, open)
  }
  if (block.labels.length === 0) return undefined
  part.texts = []
  for (const other of parts) {
    other.used = 'initiative'
    other.texts = []
  }
  return block
}

function addLabel(block: AgreementBlock, text: Text): { texts: Text[] } {
  block.labels.push(text)
  return { texts: block.description }
}

function addHeading(block: AgreementBlock, { title, whole }: { title: Text; whole: Text }, open: { texts: Text[] }) {
  const before = block.labels.length
  const next = addTo(block, title, open)
  // Its number is part of the label.
  if (block.labels.length > before)
    block.labels[before] = concat([
      trim(slice(whole, 0, whole.offsets.indexOf(title.offsets[0] ?? -1))),
      block.labels[before] as Text,
    ])
  return next
}
