import { describe, expect, it } from 'vitest'
import { slice } from '../text/text.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, horizontal } from './draw-page.ts'
import { runsInText } from './runs-in-text.ts'

const red = '#ff0000'
const at = (x: number, text: string, color = '#000000'): DrawnText => ({ x, y: 100, text, color })

/** Runs of the first line's text. */
const runs = (texts: DrawnText[], ...strikes: [number, number][]): string[] => {
  const source = drawSource({ texts, rules: strikes.map(([x0, x1]) => horizontal(96, x0, x1, red)) })
  const [line] = blocksOf(source)
  return line?.kind === 'line' ? runsInText(source, line.text).map((r) => `${r.mark}:${r.text}`) : []
}

describe('runsInText', () => {
  it('finds struck text within a value and at its ends', () => {
    const texts = [
      at(50, '旧', red),
      at(60, '事業費'),
      at(90, '三', red),
      at(100, '四', red),
      at(110, '千円'),
      at(130, '他', red),
    ]
    expect(runs(texts, [50, 60], [90, 100], [130, 140])).toEqual([
      'deleted:旧',
      'deleted:三',
      'inserted:四',
      'deleted:他',
    ])
  })

  it('gives each run its place in the source', () => {
    const source = drawSource({ texts: [at(50, '北山市'), at(80, '東町', red)], rules: [horizontal(96, 80, 100, red)] })
    const [line] = blocksOf(source)
    const [run] = line?.kind === 'line' ? runsInText(source, line.text) : []
    expect(source.text.slice(...(run?.span ?? [0, 0]))).toBe('東町')
  })

  it('finds words in colour within a line of a document that strikes out others in black', () => {
    const source = drawSource({
      texts: [at(50, '毎年'), at(70, '三月', red), at(90, 'に開く'), { x: 50, y: 130, text: '甲は原則' }],
      rules: [horizontal(126, 70, 90)],
    })
    const [line] = blocksOf(source)
    expect(line?.kind === 'line' ? runsInText(source, line.text).map((r) => r.text) : []).toEqual(['三月'])
  })

  it('gives what is struck behind a label to the value after it', () => {
    const source = drawSource({
      texts: [at(50, '（費用）'), at(90, '当該', red), at(110, '経費は')],
      rules: [horizontal(96, 90, 110, red)],
    })
    const [line] = blocksOf(source)
    const value = line?.kind === 'line' ? slice(line.text, 4) : undefined
    expect(value ? runsInText(source, value).map((r) => r.text) : []).toEqual(['当該'])
  })

  it('finds none in text without strikes', () => {
    expect(runs([at(50, '本文'), at(70, '赤字', red)])).toEqual([])
  })
})
