/** Elements that stand on lines of their own, and those whose line feeds are spaces. */
const block =
  /^(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|caption|section|article|header|footer|main|blockquote|pre|br|hr|tr)$/u
const flow = /^(?:p|li|dt|dd|h[1-6]|td|th|caption)$/u
/** Elements that hold no text of the document. */
const unseen = /<(script|style|head|noscript)\b[^<>]{0,400}>|<!--/giu
const tag = /<(\/?)([a-z][a-z0-9]{0,15})((?:\s[^<>]{0,600})?)>/giu
const entity = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/gu
const tagLine = /^[ \t]*<\/?(?:html|body|div|section|article|p|h[1-6]|table|tr|t[dh]|[ou]l|li)\b/gimu
/** A text with fewer lines that begin with a tag has some that an extraction left, and is no page. */
const fewestTagLines = 3

const countOf = (attributes: string, name: string): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?([0-9]{1,2})`, 'iu').exec(attributes)
  return Math.max(1, Number(found?.[1] ?? 1))
}

/** Whether a text is the source of a page. */
function isMarkup(text: string): boolean {
  let n = 0
  for (const _ of text.matchAll(tagLine)) if (++n >= fewestTagLines) return true
  return false
}

/** The columns of the rows of one table that cells of rows above reach into. */
type Reach = number[]

/**
 * A text whose tags are white space, unit for unit, so that offsets stay: block elements part lines, cells are parted by tabs. A text
 * that is no source of a page is given back as it is.
 */
export function withoutMarkup(text: string): string {
  if (!text.includes('</') || !isMarkup(text)) return text
  const out = hidden(text).split('')
  const seen = out.join('')
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to; i++) if (out[i] !== '\n' && out[i] !== '\r') out[i] = ' '
  }
  let depth = 0
  let tables = 0
  let reach: Reach = []
  let column = 0
  let last = 0
  let feeding = false
  let closing = 0
  /** Text between tags: its line feeds, and whether it holds anything. */
  const pass = (to: number): void => {
    for (let i = last; i < to; i++) {
      if (/\S/u.test(out[i] as string)) feeding = false
      else if (/[\r\n]/u.test(out[i] as string) && (depth > 0 || tables > 0 || feeding)) out[i] = ' '
    }
  }
  for (const match of seen.matchAll(tag)) {
    const [whole, slash, name = '', attributes = ''] = match
    const element = name.toLowerCase()
    const end = match.index + whole.length
    pass(match.index)
    last = end
    for (let i = match.index; i < end; i++) out[i] = ' '
    const isCell = element === 'td' || element === 'th'
    if (element === 'table') tables = Math.max(0, tables + (slash ? -1 : 1))
    if (element === 'table' && !slash) reach = []
    if (element === 'tr' && !slash) column = 0
    if (flow.test(element)) depth = Math.max(0, depth + (slash ? -1 : 1))
    if (isCell && !slash) {
      let tabs = column > 0 ? 1 : 0
      for (; (reach[column] ?? 0) > 0 && tabs < whole.length - 1; column++) {
        reach[column] = (reach[column] as number) - 1
        tabs++
      }
      const [wide, tall] = [countOf(attributes, 'colspan'), countOf(attributes, 'rowspan')]
      for (let k = 0; k < wide; k++) reach[column + k] = tall - 1
      column += wide
      closing = wide - 1
      out.fill('\t', match.index, match.index + tabs)
      feeding = false
    } else if (isCell) {
      out.fill('\t', match.index, match.index + Math.min(closing, whole.length))
      closing = 0
    }
    // Within a cell and between cells a row is one line.
    const parts =
      block.test(element) &&
      (tables === 0 || (element === 'tr' && slash !== '') || (element === 'table' && slash === ''))
    if (parts && !feeding) {
      out[slash || element === 'br' ? match.index : end - 1] = '\n'
      feeding = true
    }
  }
  pass(out.length)
  for (const match of seen.matchAll(entity)) blank(match.index, match.index + match[0].length)
  return out.join('')
}

/** A text without what no page shows: scripts, styles, comments. */
function hidden(text: string): string {
  const lower = text.toLowerCase()
  const open = new Set<string | undefined>()
  let shown = ''
  let from = 0
  for (const match of text.matchAll(unseen)) {
    if (match.index < from || open.has(match[1]?.toLowerCase())) continue
    const end = match[1] ? lower.indexOf(`</${match[1].toLowerCase()}`, match.index) : text.indexOf('-->', match.index)
    // One that nothing closes is looked for once.
    if (end < 0) open.add(match[1]?.toLowerCase())
    const to = end < 0 ? match.index + match[0].length : end + (match[1] ? 0 : 3)
    shown += text.slice(from, match.index) + text.slice(match.index, to).replace(/[^\r\n]/gu, ' ')
    from = to
  }
  return shown + text.slice(from)
}
