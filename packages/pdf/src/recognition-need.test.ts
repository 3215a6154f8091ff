import type { GlyphRun, Source } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { pagesWithPictures, recognitionNeeds } from './recognition-need.ts'

const words = '甲及び乙は、圏域全体の経済をけん引し、住民の生活の質を高めるため、連携して取り組む。'

/** A page with painted and hidden text and an image that takes a share of it. */
function pageOf({
  painted = '',
  hidden = '',
  image = 0,
  outlines = 0,
  at = 400,
}: {
  /** Where its text stands, from the upper edge. */
  at?: number
  painted?: string
  hidden?: string
  image?: number
  outlines?: number
}): Source {
  const text = painted + hidden
  const run = (start: number, end: number, isHidden: boolean): GlyphRun[] =>
    end > start
      ? [{ span: [start, end], font: 'F', size: 10, color: '#000000', rotation: 0, vertical: false, hidden: isHidden }]
      : []
  return {
    info: { name: 'a.pdf', sha256: '', format: 'pdf', pages: 1, textLayer: 'digital' },
    text,
    pages: [
      {
        number: 1,
        span: [0, text.length],
        glyphs: {
          width: 595,
          height: 842,
          runs: [...run(0, painted.length, false), ...run(painted.length, text.length, true)],
          boxes: Float32Array.from(Array.from(text, () => [50, at, 60, at + 10]).flat()),
          rules: [],
          areas: [],
          images: image > 0 ? [[0, 0, 595, 842 * image]] : [],
          outlines,
        },
      },
    ],
  }
}

test.each([
  ['a scan', { image: 1 }, 'image'],
  ['a scan with its file name stamped on it', { image: 1, painted: '文書第１２３号' }, 'image'],
  ['a scan with a hidden layer', { image: 1, hidden: words }, 'ocr-layer'],
  ['a scan with a hidden layer and a stamp', { image: 0.9, hidden: words.repeat(5), painted: '写' }, 'ocr-layer'],
  ['a scan with what the copier printed at its upper edge', { image: 1, painted: words, at: 10 }, 'image'],
  ['a scan with what the copier printed at its lower edge', { image: 1, painted: words, at: 820 }, 'image'],
  ['a slip on a page without text', { image: 0.2 }, 'image'],
  ['a small picture on a page without text', { image: 0.05 }, undefined],
  ['text whose font says nothing', { painted: '\ufffd'.repeat(100) }, 'unreadable'],
  ['text', { painted: words }, undefined],
  ['text over a picture of the whole page', { painted: words, image: 1 }, undefined],
  ['text with a few characters that say nothing', { painted: `${words.repeat(4)}\ufffd\ufffd` }, undefined],
  ['a title over a picture of a third of the page', { painted: '圏域の将来像', image: 0.33 }, undefined],
  ['a page whose writing was made outlines', { outlines: 800 }, 'image'],
  ['a drawing under text', { painted: words, outlines: 800 }, undefined],
  ['an empty page', {}, undefined],
])('%s', (_, page, need) => expect(recognitionNeeds(pageOf(page)).get(1)).toBe(need))

test.each([
  ['text with a picture of a table', { painted: words, image: 0.2 }, [1]],
  ['text with a seal', { painted: words, image: 0.02 }, []],
  ['text', { painted: words }, []],
  ['a scan, which is recognised whole', { image: 1 }, []],
])('pictures are looked for on %s: %j', (_, page, numbers) => expect(pagesWithPictures(pageOf(page))).toEqual(numbers))
