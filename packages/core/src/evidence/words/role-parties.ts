import type { Block, Cell } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import { correct, type Evidence, settle } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { type Item, listsIn, order, others, seenFor } from './party-symbols.ts'
import { type Passage, passageOf } from './passages.ts'
import { partiesOfLines, type RolePassage, roleLines } from './role-lines.ts'

/** 甲の役割, 乙の役割分担: a symbol, or what was read for it, and what it heads. */
const label = /^(?<symbol>.)の役割(?:分.?|分担及び費用.{0,4}|及び費用.{0,4})?$/u
/** In documents of two parties the others are one, and no list. */
const fewestListed = 3
/** A symbol less sure than this may be another. */
const sure = 0.9
/** Words in which a role's own party stands are known where so many roles have them so. */
const fewestAlike = 2

interface RoleCell {
  cell: Cell
  party: number
}

const symbolIn = (cell: Cell): string | undefined =>
  label.exec(fold(cell.text.value).replace(/\s/gu, ''))?.groups?.symbol

/** The symbol of a label and its index in the text. */
const placeOf = (cell: Cell): number => cell.text.value.search(/\S/u)

/** The parties of labels that follow one another: by their order, where those that were read stand in their places. */
function partiesOf(labels: readonly Cell[], count: number): number[] | undefined {
  if (labels.length !== count) return undefined
  const read = labels.map((cell) => order.indexOf(symbolIn(cell) ?? ''))
  const right = read.filter((n, i) => n === i).length
  // One that was read as its neighbour does not overthrow the others.
  return right * 2 >= count ? read.map((_, i) => i) : undefined
}

/** Labels of roles that follow one another, downwards or across, each with the cell of its role. */
function runsIn(rows: readonly (readonly Cell[])[]): [Cell, Cell[]][][] {
  const runs: [Cell, Cell[]][][] = []
  let down: [Cell, Cell[]][] = []
  rows.forEach((row, r) => {
    const across = row.flatMap((cell, c): [Cell, Cell[]][] =>
      symbolIn(cell) === undefined
        ? []
        : [
            [
              cell,
              rows.slice(r + 1).flatMap((below) => (below[c] && symbolIn(below[c]) === undefined ? [below[c]] : [])),
            ],
          ],
    )
    const filled = row.filter((cell) => cell.text.value !== '')
    const [head, role] = filled
    if (across.length > 1) runs.push(across)
    else if (head && role && filled.length === 2 && symbolIn(head) !== undefined) {
      down.push([head, [role]])
      return
    }
    if (down.length > 0) runs.push(down)
    down = []
  })
  return down.length > 0 ? [...runs, down] : runs
}

/** What follows a list whose last symbol was lost. */
const lostLast = /^(?:及び|並びに)(?=と(?:連携|の)|[はがにを])/u

/** Of two others the second, of which nothing was read: 甲及びと連携し. */
const openPair = /(?<first>[甲乙丙])(?:及び|並びに)(?=と(?:連携|の)|[はがにを][\u3400-\u9fff、])/gu

/** Puts the lists of a role right that name all parties but its own. */
function correctLists(evidence: Evidence, passage: Passage, all: readonly string[]): void {
  const { text, folded } = passage
  for (const items of listsIn(passage)) {
    const after = ((items.at(-1) as Item).at ?? 0) + 1
    const lost = items.length === all.length - 1 ? (lostLast.exec(folded.slice(after, after + 5))?.[0].length ?? 0) : 0
    if (items.length !== all.length && lost === 0) continue
    const fits = ({ value }: Item, i: number): boolean =>
      value === all[i] || seenFor[all[i] as string]?.includes(value) === true
    const canBe = ({ at, value }: Item): boolean =>
      (!order.includes(value) && !others.test(value)) || leastConfidence(evidence.recognition, text, at, at + 1) < sure
    if (!items.some(fits) || !items.every((item, i) => fits(item, i) || canBe(item))) continue
    items.forEach(({ at, value }, i) => {
      if (value === all[i]) settle(evidence, text, at, at + 1)
      else correct(evidence, text, at, at + 1, all[i] as string, 'party')
    })
    const end = after + lost
    if (lost > 0) correct(evidence, text, end - 1, end, `${text.value[end - 1]}${all.at(-1)}`, 'party')
  }
  const [first, second] = all
  if (all.length !== fewestListed - 1) return
  for (const match of folded.matchAll(openPair)) {
    const end = match.index + match[0].length
    if (match.groups?.first === first) correct(evidence, text, end - 1, end, `${text.value[end - 1]}${second}`, 'party')
  }
}

/** One character between particles, before の and a word. */
const single = /(?<=(?<before>[をるにがはと、。]))(?<seen>[^、。\s])(?=の[\u3400-\u9fff]{2})/gu
/** What is no word before の, kana behind を among it: it stands for a symbol, however surely it was read. */
const noWord = /^(?:.[のんみ選匕栓爾皿ZＺz]|を[\u3041-\u3096])$/u
/** Nothing at all between particles that never follow one another. */
const lost = /を(?=の[\u3400-\u9fff]{2})/gu

/** The words around a symbol by which its like is known in other roles: two before and two behind, or more behind. */
const framesAt = (folded: string, at: number, end = at + 1): string[] => [
  `${folded.slice(Math.max(0, at - 2), at)}_${folded.slice(end, end + 3)}`,
  `_${folded.slice(end, end + 7)}`,
]

/**
 * Puts right what stands for a party in words in which roles name their own (情報を乙の住民に周知する), or, of two parties, the other
 * (窓口を設け、乙の住民にも開放する).
 */
function correctOwn(evidence: Evidence, roles: readonly RolePassage[], count: number): void {
  const seenIn = new Map<string, { own: number; other: number }>()
  for (const { passage, party } of roles)
    for (const { index, groups } of passage.folded.matchAll(single)) {
      const symbol = order.indexOf(groups?.seen ?? '')
      if (symbol < 0) continue
      for (const frame of framesAt(passage.folded, index)) {
        const known = seenIn.get(frame) ?? { own: 0, other: 0 }
        known[symbol === party ? 'own' : 'other']++
        seenIn.set(frame, known)
      }
    }
  /** The party that other roles have in these words. */
  const proved = (frames: readonly string[], party: number): string | undefined => {
    const known = frames.flatMap((frame) => seenIn.get(frame) ?? [])
    const own = known.reduce((n, k) => n + k.own, 0)
    const other = known.reduce((n, k) => n + k.other, 0)
    const isProved = own + other >= fewestAlike && (own === 0 || other === 0) && (other === 0 || count === 2)
    return isProved ? order[own > 0 ? party : 1 - party] : undefined
  }
  for (const { passage, party } of roles) {
    const { text, folded } = passage
    for (const { index, groups } of folded.matchAll(single)) {
      const { seen = '', before = '' } = groups ?? {}
      if (order.includes(seen)) continue
      const isNoWord = noWord.test(before + seen)
      if (!isNoWord && leastConfidence(evidence.recognition, text, index, index + 1) >= sure) continue
      const alike = order
        .slice(0, count)
        .filter((symbol) => seenFor[symbol]?.includes(seen) || `${symbol}${seen}` === '乙の')
      const to = proved(framesAt(folded, index), party) ?? (isNoWord && alike.length === 1 ? alike[0] : undefined)
      if (to !== undefined) correct(evidence, text, index, index + 1, to, 'party')
    }
    for (const { index } of folded.matchAll(lost)) {
      const to = proved(framesAt(folded, index + 1, index + 1), party)
      if (to !== undefined) correct(evidence, text, index, index + 1, `${text.value[index]}${to}`, 'party')
    }
  }
}

/**
 * Puts the symbols of parties right in tables of roles and in articles of them: in words in which other roles have them; of three and more those of labels
 * that follow one another, by their order, and in the role of a party the lists of all others.
 */
export function correctRoleParties(evidence: Evidence, blocks: readonly Block[]): void {
  const runs = blocks.flatMap((block) => (block.kind === 'table' ? runsIn(block.rows) : []))
  const lines = roleLines(blocks)
  const count = Math.max(
    partiesOfLines(lines),
    ...runs.map((run) => run.length).filter((n, _, all) => all.filter((m) => m === n).length > 1 || all.length === 1),
  )
  if (count < 2 || count > order.length) return
  const roles: RoleCell[] = runs.flatMap((run) => {
    const parties = partiesOf(
      run.map(([head]) => head),
      count,
    )
    return run.flatMap(([head, cells], i): RoleCell[] => {
      const read = order.indexOf(symbolIn(head) ?? '')
      const party = parties?.[i] ?? read
      if (party < 0) return []
      const at = placeOf(head)
      if (parties && read !== party) correct(evidence, head.text, at, at + 1, order[party] as string, 'sequence')
      return cells.map((cell) => ({ cell, party }))
    })
  })
  const inCells = roles.map(({ cell, party }): RolePassage => ({ passage: passageOf([cell.text]), party }))
  const passages = [...inCells, ...lines]
  if (count >= fewestListed)
    for (const { passage, party } of passages)
      correctLists(
        evidence,
        passage,
        order.slice(0, count).filter((_, i) => i !== party),
      )
  correctOwn(evidence, passages, count)
}
