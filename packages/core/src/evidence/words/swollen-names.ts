import type { Block } from '../../layout/block.ts'
import { isMunicipality } from '../../municipality/municipality-name.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { namesOf } from './names-of-document.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A character inside of a name that is read less surely than this may be a part of its neighbour. */
const unsure = 0.95
/** What specks and the strokes of the next character are read as before a name. */
const ghost = /^[人和上有一ー了〇]$/u
const kanji = /^[\u3005\u3400-\u9fff]$/u

/** Drops what was read before a name of the document that stands by itself: 、和糸満市 where the document has 糸満市. */
function dropBefore(evidence: Evidence, { text, folded, starts }: Passage, name: string): void {
  for (let at = folded.indexOf(name, 1); at >= 0; at = folded.indexOf(name, at + 1)) {
    if (starts.has(at) || !ghost.test(folded[at - 1] as string)) continue
    const isAlone = starts.has(at - 1) || !kanji.test(folded[at - 2] ?? '')
    const longer = folded.slice(at - 1, at + name.length)
    if (isAlone && !isMunicipality(longer)) correct(evidence, text, at - 1, at, '', 'name')
  }
}

/** Drops an unsure character inside of a name of the document: いすめみ市 where it has いすみ市. */
function dropInside(evidence: Evidence, { text, folded }: Passage, name: string): void {
  for (let k = 1; k < name.length; k++) {
    const head = name.slice(0, k)
    const tail = name.slice(k)
    for (let at = folded.indexOf(head); at >= 0; at = folded.indexOf(head, at + 1)) {
      const place = at + k
      if (!folded.startsWith(tail, place + 1) || isMunicipality(folded.slice(at, place + 1 + tail.length))) continue
      if (/[\s、,・。()「」0-9]/u.test(folded[place] as string)) continue
      if (leastConfidence(evidence.recognition, text, place, place + 1) < unsure)
        correct(evidence, text, place, place + 1, '', 'name')
    }
  }
}

/** Names of municipalities that the document has elsewhere, with a character too many. */
export function correctSwollenNames(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  for (const name of namesOf(passages))
    for (const passage of passages) {
      dropBefore(evidence, passage, name)
      dropInside(evidence, passage, name)
    }
}
