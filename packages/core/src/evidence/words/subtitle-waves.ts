import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

/** ～人をつなぐ～ as it is read: each wave may be a letter or a stroke, with a second one that its ends were taken for. */
const waved = /^(?<open>[~へヘー一_-]{0,2})(?<words>[^~。\s0-9][^~。]{4,38}?)(?<close>[ー一_-]?[~へヘー一_-])$/u
/** A word that へ stands behind is none that へ of a wave would stand behind: 次の世代へ. */
const particle = /[\u3400-\u9fffァ-ヶ][へヘ]$/u
/** A line that begins like so is no subtitle where its first character was read more surely. */
const unsure = 0.9

/** Waves around the subtitle of a document that were read as something else: on a line of its own that begins and ends with one. */
export function correctSubtitleWaves(evidence: Evidence, blocks: readonly Block[]): void {
  for (const line of blocks) {
    const { open = '', words = '', close = '' } = (line.kind === 'line' && waved.exec(line.folded)?.groups) || {}
    if (line.kind !== 'line' || words === '') continue
    const { text, folded } = line
    const isLengthened = /^[ー一]$/u.test(close) && particle.test(words)
    if (open === '' && !isLengthened) continue
    // No word begins with a long sign, and no へ behind one in kanji has one.
    const isSeen = open.includes('~') || close.includes('~') || open.startsWith('ー') || isLengthened
    if (!isSeen && leastConfidence(evidence.recognition, text, 0, 1) >= unsure) continue
    if (open === '') correct(evidence, text, 0, 1, `～${text.value[0]}`, 'form')
    else if (open !== '~') correct(evidence, text, 0, open.length, '～', 'form')
    const end = folded.length
    if (close !== '~')
      correct(
        evidence,
        text,
        end - close.length,
        end,
        particle.test(folded) ? `${text.value.slice(end - close.length)}～` : '～',
        'form',
      )
  }
}
