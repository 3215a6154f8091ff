import type { GlyphRun, Recognized, SourcePage } from '@kyoyaku/core'
import type { ReadPage } from './read-page.ts'

/** Name of the font of recognised characters: nothing is known of it. */
const font = 'recognized'

/** A page as part of a source whose text begins at `start`: text, boxes in points, runs of one line each, confidences. */
export function sourcePage(page: ReadPage, start: number, engine: string): { text: string; page: SourcePage } {
  let text = ''
  const boxes: number[] = []
  const confidences: number[] = []
  const runs: GlyphRun[] = []
  const others: Recognized['others'][number][] = []
  for (const { line, size, boxes: own } of page.lines) {
    if (text !== '') {
      text += '\n'
      boxes.push(0, 0, 0, 0)
      confidences.push(1)
    }
    const from = start + text.length
    line.characters.forEach(({ value, confidence, other }, i) => {
      const box = own[i] as [number, number, number, number]
      if (other) {
        const at = start + text.length
        const length = line.characters.slice(i, i + other.length).reduce((n, c) => n + c.value.length, 0)
        others.push({ span: [at, at + length], text: other.value, engine: other.engine })
      }
      for (let k = 0; k < value.length; k++) {
        boxes.push(...box.map((n) => n / page.scale))
        confidences.push(confidence)
      }
      text += value
    })
    runs.push({
      span: [from, start + text.length],
      font,
      size: size / page.scale,
      color: '#000000',
      rotation: 0,
      vertical: line.vertical,
      hidden: false,
    })
  }
  return {
    text,
    page: {
      number: page.number,
      span: [start, start + text.length],
      glyphs: {
        width: page.width,
        height: page.height,
        runs,
        boxes: Float32Array.from(boxes),
        rules: page.rules,
        areas: [],
        images: [[0, 0, page.width, page.height]],
      },
      recognized: { engine, confidences: Float32Array.from(confidences), others },
    },
  }
}
