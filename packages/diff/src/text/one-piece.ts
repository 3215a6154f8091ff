import type { Edit } from '../schema/edit.ts'

type Place = (side: 'old' | 'new', start: number, end: number) => Pick<Edit, 'at'>

const textOn = (side: 'old' | 'new', edits: readonly Edit[]): string =>
  edits.flatMap(({ op, text }) => (op === (side === 'old' ? 'insert' : 'delete') ? [] : [text])).join('')

/** What the longer text has before or behind the shorter one; undefined where it holds more than one piece of its own. */
function rest(long: string, short: string): { text: string; first: boolean } | undefined {
  if (short === '' || long.length <= short.length) return undefined
  if (long.endsWith(short)) return { text: long.slice(0, -short.length), first: true }
  return long.startsWith(short) ? { text: long.slice(short.length), first: false } : undefined
}

/**
 * The same edits, where two neighbouring changes are in truth one: words are cut by what stands around them, so that 別に beside 諮って別に may
 * be two words here and one there.
 */
export function inOnePiece(edits: readonly Edit[], placeOf: Place): Edit[] {
  const out: Edit[] = []
  const at = { old: 0, new: 0 }
  const isChange = (edit: Edit | undefined): boolean => edit !== undefined && edit.op !== 'equal'
  for (let i = 0; i < edits.length; ) {
    let end = i
    while (isChange(edits[end])) end++
    const middle = edits[end]
    let last = end + 1
    while (isChange(edits[last])) last++
    // What stands behind the first half of a replacement is its second half, and goes with it.
    const begins = !isChange(edits[i - 1])
    const joined = begins && end > i && middle && middle.old === undefined && last > end + 1 ? edits.slice(i, last) : []
    const [was, is] = [textOn('old', joined), textOn('new', joined)]
    const [come, gone] = [rest(is, was), rest(was, is)]
    const piece = come ?? gone
    if (piece) {
      const side = come ? 'new' : 'old'
      const same = come ? was : is
      const start = at[side] + (piece.first ? 0 : same.length)
      const change: Edit = {
        op: come ? 'insert' : 'delete',
        text: piece.text,
        ...placeOf(side, start, start + piece.text.length),
      }
      const equal: Edit = { op: 'equal', text: same }
      out.push(...(piece.first ? [change, equal] : [equal, change]))
      at.old += was.length
      at.new += is.length
      i = last
      continue
    }
    const edit = edits[i] as Edit
    out.push(edit)
    if (edit.op !== 'insert') at.old += (edit.old ?? edit.text).length
    if (edit.op !== 'delete') at.new += edit.text.length
    i++
  }
  return out
}
