import { fold } from '@kyoyaku/core'
import type { SeenCharacter, SeenLine } from '../page/read-line.ts'
import { alignReadings, type Pair } from '../recognize/align-readings.ts'
import type { ReadCharacter } from '../recognize/recognizer.ts'
import { agree } from './agreement.ts'
import { isAstray, type LayerCharacter, layerCharactersIn } from './layer-text.ts'

/** Name of a text layer as a reader. */
const layerName = 'text-layer'
/** Characters this sure show how often the layer is right … */
const sure = 0.99
/** … which is believed to be no more than that, whatever they show: they are the ones that are easy to read. */
const mostTrusted = 0.99
/** Lines of so many characters show whether the layer is of this page; shorter ones say too little. */
const fewestCharacters = 4
/** Chance that both are wrong where they say the same, as a share of the chance that the page is misread: they may be the same engine. */
const together = 0.25
/** A reading that is as likely as this is kept beside the one that is more so. */
const likely = 0.1

const letter = /^[\p{L}\p{N}]$/u
const digit = /^\p{N}$/u
const isSame = (a: string, b: string): boolean => fold(a.normalize('NFKC')) === fold(b.normalize('NFKC'))

/** A page's lines as they are known after its text layer was heard. */
interface HeardLayer {
  lines: SeenLine[]
  /** The layer says something else than the page shows: it was not heard. */
  rejected: boolean
}

/** Characters of a layer as a reading of a line of which only their middles are known. */
const asReading = (line: SeenLine, characters: readonly LayerCharacter[]): ReadCharacter[] =>
  characters.map(({ value, x }) => ({ value, confidence: 1, x0: x, x1: x, y0: line.y0, y1: line.y1 }))

/** How likely a layer that is right this often is right against a character read with that confidence. */
const chanceOfLayer = (trust: number, confidence: number): number => {
  const layer = trust * (1 - confidence)
  return layer / Math.max(Number.EPSILON, layer + confidence * (1 - trust))
}

function judged(seen: SeenCharacter, said: string, trust: number): SeenCharacter {
  if (isSame(seen.value, said)) return { ...seen, confidence: 1 - (1 - seen.confidence) * together }
  // Signs are what engines differ in without one of them being wrong.
  if (!letter.test(seen.value) || !letter.test(said)) return seen
  const chance = chanceOfLayer(trust, seen.confidence)
  const beside = (value: string): SeenCharacter['other'] => ({ length: 1, value, engine: layerName })
  if (chance > 0.5) return { ...seen, value: said, confidence: chance, other: beside(seen.value) }
  return chance < likely || seen.other
    ? { ...seen, confidence: Math.min(seen.confidence, 1 - chance) }
    : { ...seen, confidence: 1 - chance, other: beside(said) }
}

const isAgreed = (pair: Pair | undefined): boolean =>
  pair?.first !== undefined && pair.second !== undefined && isSame(pair.first.value, pair.second.value)

/**
 * A line as it is after the layer was heard: what only one of them has counts between characters that both have. A figure that the
 * layer lacks is doubted and stays.
 */
function heard(line: SeenLine, pairs: readonly Pair[], trust: number): SeenLine {
  const characters: SeenCharacter[] = []
  pairs.forEach(({ first, second }, i) => {
    const [before, after] = [pairs[i - 1], pairs[i + 1]]
    if (first && second) characters.push(judged(first, second.value, trust))
    else if (first) {
      const isBetween = (i === 0 || isAgreed(before)) && (i === pairs.length - 1 || isAgreed(after)) && pairs.length > 1
      const chance = isBetween && letter.test(first.value) ? chanceOfLayer(trust, first.confidence) : 0
      if (digit.test(first.value)) characters.push({ ...first, confidence: Math.min(first.confidence, 1 - chance) })
      else if (chance <= 0.5) characters.push(first)
    } else if (second && letter.test(second.value) && before?.first && after?.first)
      if (isAgreed(before) && isAgreed(after)) {
        const [x0, x1] = [before.first.x1, Math.max(before.first.x1, after.first.x0)]
        characters.push({ ...before.first, value: second.value, confidence: trust * (1 - likely), x0, x1 })
      }
  })
  return { ...line, characters }
}

/**
 * Hears the text layer of a page as a second reader of its lines: where both say the same they are surer, where they differ the
 * likelier one stands by how often the layer has what was surely read, and the other is kept beside it. Places, marks and rules
 * are those of the image.
 */
export function hearLayer(lines: readonly SeenLine[], layer: readonly LayerCharacter[]): HeardLayer {
  const unheard = { lines: [...lines], rejected: false }
  if (layer.length === 0) return unheard
  if (isAstray(layer, lines)) return { ...unheard, rejected: true }
  const aligned = lines.map((line) => {
    if (line.vertical || line.characters.length === 0) return undefined
    const own = layerCharactersIn(layer, line)
    const cost = (a: ReadCharacter, b: ReadCharacter): number => (isSame(a.value, b.value) ? 0 : 1)
    return own.length === 0 ? undefined : { own, pairs: alignReadings(line.characters, asReading(line, own), cost) }
  })
  const compared = lines.flatMap((line, i) => {
    const own = aligned[i]?.own
    return own && line.characters.length >= fewestCharacters
      ? [{ layer: own.map((c) => c.value).join(''), seen: line.characters.map((c) => c.value).join('') }]
      : []
  })
  if (!agree(compared)) return { ...unheard, rejected: true }
  let [right, all] = [1, 2]
  for (const { first, second } of aligned.flatMap((one) => one?.pairs ?? [])) {
    if (!first || !second || first.confidence < sure || !letter.test(first.value)) continue
    all++
    if (isSame(first.value, second.value)) right++
  }
  const trust = Math.min(mostTrusted, right / all)
  return { lines: lines.map((line, i) => (aligned[i] ? heard(line, aligned[i].pairs, trust) : line)), rejected: false }
}
