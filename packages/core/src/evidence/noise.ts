import type { GlyphRun } from '../read/page-glyphs.ts'
import type { Source, SourcePage } from '../read/source.ts'

/** What engines read in place of characters: digits and commas, look-alikes of kana and kanji, and the words of the field. */
const misreadings: Readonly<Record<string, string>> = {
  '0': '689O',
  '1': '7lI',
  '2': '7Z',
  '3': '859',
  '4': '91',
  '5': '6S3',
  '6': '85b',
  '7': '12',
  '8': '36B',
  '9': '840',
  ',': '.',
  ー: '一－',
  へ: 'ヘ',
  ヘ: 'へ',
  カ: '力',
  ニ: '二',
  ロ: '口',
  タ: '夕',
  エ: '工',
  ト: '卜',
  工: 'エ',
  力: 'カ',
  一: 'ー',
  乙: '選Z',
  甲: '申皿',
  圏: '賠岡',
  事: '亊',
  業: '菜',
  連: '運',
  携: '摸',
  市: '巾',
  町: '盯',
  者: '考',
  体: '休',
  割: '制',
  内: '丙',
  条: '粂',
  っ: 'つ',
  ッ: 'ツ',
  ょ: 'よ',
  ゃ: 'や',
  ば: 'ぱ',
  バ: 'パ',
  り: 'リ',
  目: '日',
  標: '漂',
  費: '貴',
  度: '渡',
  計: '討',
  千: '干',
  円: '内',
}

export interface Noise {
  /** Share of digits and commas, and of all other characters, that are misread. */
  digits: number
  text: number
  /** Share of digits and commas that are lost, and that are seen twice. */
  lost?: number
  doubled?: number
}

/** A number in [0, 1) after another: the same ones for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A source as an engine might have recognised it, and for every character of it the offset of what it shows in the true one. */
export function recognizedWith(source: Source, noise: Noise, seed: number): { source: Source; trueOffsets: number[] } {
  const random = randomOf(seed)
  const between = (from: number, to: number): number => from + random() * (to - from)
  const sure = (): number => (random() < 0.97 ? between(0.93, 1) : between(0.5, 0.93))
  const unsure = (): number => (random() < 0.8 ? between(0.3, 0.9) : between(0.9, 0.985))
  let text = ''
  const trueOffsets: number[] = []
  const pages = source.pages.map((page): SourcePage => {
    while (text.length > 0 && trueOffsets.length < text.length) trueOffsets.push(-1)
    const start = text.length
    const boxes: number[] = []
    const confidences: number[] = []
    const others: { span: [number, number]; text: string; engine: string }[] = []
    const newOffset = new Map<number, number>()
    const put = (unit: string, offset: number, confidence: number): void => {
      text += unit
      trueOffsets.push(offset)
      confidences.push(confidence)
      const k = (offset - page.span[0]) * 4
      for (let n = 0; n < 4; n++) boxes.push(page.glyphs?.boxes[k + n] ?? 0)
    }
    for (let offset = page.span[0]; offset < page.span[1]; offset++) {
      newOffset.set(offset, text.length)
      const unit = source.text[offset] as string
      if (/\s/u.test(unit)) {
        put(unit, offset, 1)
        continue
      }
      const isNumber = /[0-9,]/u.test(unit)
      const alike = misreadings[unit]
      const dice = random()
      const rate = isNumber ? noise.digits : noise.text
      if (alike !== undefined && dice < rate) {
        put(alike[Math.floor(random() * alike.length)] as string, offset, unsure())
        if (isNumber && random() < 0.5)
          others.push({ span: [text.length - 1, text.length], text: unit, engine: 'other' })
      } else if (isNumber && dice < rate + (noise.lost ?? 0)) continue
      else {
        put(unit, offset, sure())
        if (isNumber && dice < rate + (noise.lost ?? 0) + (noise.doubled ?? 0)) put(unit, offset, unsure())
        else if (isNumber && alike !== undefined && random() < noise.digits)
          others.push({ span: [text.length - 1, text.length], text: alike[0] as string, engine: 'other' })
      }
    }
    newOffset.set(page.span[1], text.length)
    const span: [number, number] = [start, text.length]
    const runs = page.glyphs?.runs.map(
      (run): GlyphRun => ({
        ...run,
        span: [newOffset.get(run.span[0]) as number, newOffset.get(run.span[1]) as number],
      }),
    )
    const page2 = {
      ...page,
      span,
      ...(page.glyphs ? { glyphs: { ...page.glyphs, runs: runs ?? [], boxes: Float32Array.from(boxes) } } : {}),
      recognized: { engine: 'noise', confidences: Float32Array.from(confidences), others },
    }
    text += '\f'
    return page2
  })
  text = text.slice(0, -1)
  while (trueOffsets.length < text.length) trueOffsets.push(-1)
  return { source: { ...source, text, pages }, trueOffsets }
}
