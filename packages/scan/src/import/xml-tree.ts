import { UnreadableError } from '@kyoyaku/core'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element with its names stripped of prefixes. */
export interface XmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: readonly (XmlElement | string)[]
}

/** XML holds this much at the most: a thousand pages with a box for every character. */
const lengthLimit = 128 * 1024 * 1024
/** No outline of a region has more points than this holds; a longer tag costs the parser more than its length. */
const tagLimit = 64 * 1024
const depthLimit = 64

/** Elements that HTML leaves open; hOCR written as HTML has them. */
const unpairedTags = ['br', 'hr', 'img', 'input', 'link', 'meta']

const predefined: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}
const reference = /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\da-fA-F]{1,6})|(?<name>[a-z]{2,4}));/gu
const lastCodePoint = 0x10ffff

/** Text with its character references read; what a document type declares is nobody's. */
function plain(text: string): string {
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return predefined[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= lastCodePoint ? String.fromCodePoint(code) : whole
  })
}

const damaged = (kind: string): UnreadableError => new UnreadableError('damaged', { kind })

/** Refuses what no file of recognised text has and what would cost without end: declared entities, endless tags. */
function refuseHostile(text: string, kind: string): void {
  if (text.length > lengthLimit) throw new UnreadableError('too-large', { size: text.length, limit: lengthLimit })
  const type = text.indexOf('<!DOCTYPE')
  if (type >= 0) {
    const end = text.indexOf('>', type)
    const inside = text.indexOf('[', type)
    if (inside >= 0 && (end < 0 || inside < end)) throw new UnreadableError('unsupported', { kind: 'xml-entities' })
  }
  for (let at = text.indexOf('<'); at >= 0; ) {
    const next = text.indexOf('<', at + 1)
    const end = text.indexOf('>', at + 1)
    if (end >= 0 && end - at > tagLimit && !text.startsWith('<!--', at) && !text.startsWith('<![CDATA[', at))
      throw damaged(kind)
    if (end < 0 && next >= 0) throw damaged(kind)
    at = next
  }
}

const cdata = '#cdata'
const content = '#text'
const attributesOf = ':@'

type ParsedNode = Readonly<Record<string, unknown>>

/** What the parser gives for one node: text, or an element with its children; comments and instructions are nothing. */
function nodeOf(node: ParsedNode): XmlElement | string | undefined {
  const name = Object.keys(node).find((key) => key !== attributesOf)
  if (name === undefined || name.startsWith('?')) return undefined
  const value = node[name]
  if (name === content) return plain(String(value))
  if (!Array.isArray(value)) return undefined
  if (name === cdata) return value.map((part: ParsedNode) => String(part[content] ?? '')).join('')
  const attributes = Object.entries((node[attributesOf] ?? {}) as Record<string, unknown>)
  return {
    name,
    attributes: new Map(attributes.map(([key, text]) => [key, plain(String(text))])),
    children: value.flatMap((child: ParsedNode) => nodeOf(child) ?? []),
  }
}

/**
 * The root element of an XML document. `kind` names the format in errors.
 * @throws {UnreadableError} damaged where it is not well-formed; too-large; unsupported where its document type declares anything
 */
export function parseXml(text: string, kind: string): XmlElement {
  refuseHostile(text, kind)
  let nodes: unknown
  try {
    if (XMLValidator.validate(text, { unpairedTags }) !== true) throw damaged(kind)
    nodes = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      trimValues: false,
      processEntities: false,
      removeNSPrefix: true,
      cdataPropName: cdata,
      maxNestedTags: depthLimit,
      unpairedTags,
    }).parse(text)
  } catch {
    throw damaged(kind)
  }
  const root = (Array.isArray(nodes) ? nodes : []).map(nodeOf).find((node) => typeof node === 'object')
  if (typeof root !== 'object') throw damaged(kind)
  return root
}

/** Elements below an element, in document order, with whatever stands between left out. */
export function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child === 'object' && (names.length === 0 || names.includes(child.name)),
  )
}

/** Elements of a name at any depth, in document order; those inside a found one are its own. */
export function findAll(element: XmlElement, matches: (element: XmlElement) => boolean): XmlElement[] {
  return childrenOf(element).flatMap((child) => (matches(child) ? [child] : findAll(child, matches)))
}

/** All text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
