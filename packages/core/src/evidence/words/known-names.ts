import type { Block } from '../../layout/block.ts'
import { findMunicipalities, isMunicipality, readMunicipalities } from '../../municipality/municipality-name.ts'
import { municipalities } from '../../municipality/municipality-table.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { lookAlikes } from './look-alikes.ts'
import { namesOf } from './names-of-document.ts'
import { type Passage, passagesOf } from './passages.ts'

/** Characters surer than this are not taken for others on a name's account. */
const sure = 0.9
/** Names of so many characters are like no other word. */
const longName = 4

const kanji = /^[\u3400-\u9fff]$/u
const kinds = '市町村区'
/** What the last character of a name is read as. */
const kindsSeen: Readonly<Record<string, string>> = { 市: '市巾布', 町: '町盯叮', 村: '村材', 区: '区' }
/** A name does not begin in the middle of a word in kanji; places that it lies in may stand before it. */
const startsInside = (folded: string, start: number): boolean =>
  /^[\u3400-\u9fff]$/u.test(folded[start - 1] ?? '') && !/^[都道府県郡市町村区]$/u.test(folded[start - 1] ?? '')

/** Whether exactly one character of the window differs from the name; its index. */
function differingAt(folded: string, start: number, name: string): number | undefined {
  let found: number | undefined
  for (let k = 0; k < name.length; k++) {
    if (folded[start + k] === name[k]) continue
    if (found !== undefined) return undefined
    found = k
  }
  return found
}

/** Names that stand in the rows of tables as they were read. */
function namesInRows(passages: readonly Passage[]): Map<object, Set<string>> {
  const names = new Map<object, Set<string>>()
  for (const { row, folded } of passages) {
    if (!row) continue
    const own = names.get(row) ?? new Set<string>()
    for (const { name } of readMunicipalities(folded)) own.add(name)
    names.set(row, own)
  }
  return names
}

/** All names of the prefectures that a document's names are of. */
function neighboursOf(names: readonly string[]): string[] {
  const prefectures = new Set(names.flatMap((name) => findMunicipalities(name).map((m) => m.prefecture)))
  const all = [...municipalities()].filter(([, same]) => same.some((m) => prefectures.has(m.prefecture)))
  return all.map(([name]) => name)
}

const listBefore = /(?:^|[、,・「(\s]|及び|並びに|又は|と)$/u
const listAfter = /^(?:$|[、,・」)\s]|及び|並びに|又は|と)/u

/** Whether [start, end) stands by itself in a list, a line or a cell. */
const isListed = ({ folded, starts }: Passage, start: number, end: number): boolean =>
  (starts.has(start) || listBefore.test(folded.slice(Math.max(0, start - 3), start))) &&
  (starts.has(end) || listAfter.test(folded.slice(end, end + 3)))

/** Whether a window can be the name: its character is unsure, and it is a long one or stands in a list of names. */
function isLikely(
  evidence: Evidence,
  passage: Passage,
  at: number,
  [start, end]: [number, number],
  name: string,
): boolean {
  const { text } = passage
  const isAlone = isListed(passage, start, end)
  if (at === end - 1) return isAlone || end - start >= longName
  const isLong = end - start >= longName
  if (isLong && lookAlikes(text.value[at] ?? '').has(name[at - start] ?? '')) return true
  return leastConfidence(evidence.recognition, text, at, at + 1) < sure && (isAlone || isLong)
}

/**
 * Corrects names of municipalities that the document has elsewhere, misread in one character. Where a neighbour's name is as near
 * (芦北町, 苓北町), it is the one that does not stand in the row already; where nothing tells, it stays as read.
 */
export function correctKnownNames(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  const names = namesOf(passages)
  const neighbours = names.length > 0 ? neighboursOf(names) : []
  const inRows = namesInRows(passages)
  for (const passage of passages) {
    const { text, folded } = passage
    const readings = readMunicipalities(folded)
    for (let end = 1; end <= folded.length; end++) {
      const last = folded[end - 1] as string
      const isKind = kinds.split('').some((kind) => kindsSeen[kind]?.includes(last))
      const isUnsure = leastConfidence(evidence.recognition, text, end - 1, end) < sure
      if (!isKind && !(isUnsure && kanji.test(last))) continue
      for (const name of names) {
        const start = end - name.length
        if (start < 0) continue
        // Of what stands by itself in a list or cell and is the name but for its unsure end, the end may be anything.
        const isEnd = kindsSeen[name.at(-1) as string]?.includes(last)
        if (!isEnd && !(isUnsure && isListed(passage, start, end))) continue
        const at = differingAt(folded, start, name)
        if (at === undefined || isMunicipality(folded.slice(start, end))) continue
        const seen = folded[start + at] as string
        if (/[\s、,・。()「」0-9]/u.test(seen)) continue
        // 大和市 inside of another name: 美大和市.
        if (startsInside(folded, start) || readings.some((r) => r.start < end && r.end > start)) continue
        if (!isLikely(evidence, passage, start + at, [start, end], name)) continue
        if (
          names.filter((other) => other.length === name.length && differingAt(folded, start, other) !== undefined)
            .length > 1
        )
          continue
        const isNear = (other: string): boolean =>
          other !== name && other.length === name.length && differingAt(folded, start, other) !== undefined
        const rivals = neighbours.filter(isNear)
        const here = passage.row ? inRows.get(passage.row) : undefined
        const possible = rivals.length === 0 ? [name] : [name, ...rivals].filter((other) => here && !here.has(other))
        // Whether a list has all of them or none, nothing tells one from the other.
        if (possible.length !== 1) continue
        const right = possible[0] as string
        const place = start + (differingAt(folded, start, right) as number)
        correct(evidence, text, place, place + 1, right[place - start] as string, 'name')
      }
    }
  }
}
