import type { Finding, PageImage, Source, SourcePage } from '@kyoyaku/core'
import { pageCells } from '../cells/page-cells.ts'
import { cleanPage } from '../clean/clean-page.ts'
import { pageInk } from '../ink/page-ink.ts'
import type { InkLine } from '../lines/ink-line.ts'
import { emOf, splitLines } from '../lines/split-lines.ts'
import { recognizeLines } from '../page/recognize-lines.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import { rulesOf } from '../rules/page-rules.ts'
import { agree } from './agreement.ts'
import { isAstray, layerCharacters, layerTextIn } from './layer-text.ts'

/** Lines that are looked at: a wrong layer is wrong nearly everywhere, and each line costs a few hundredths of a second. */
const sampleSize = 8
/** A line to compare is so many ems wide: shorter ones say too little. */
const widestShort = 3

/** Lines to look at, from all over the page. */
function sampleOf(lines: readonly InkLine[], em: number): InkLine[] {
  const long = lines.filter((l) => !l.vertical && l.x1 - l.x0 > widestShort * em)
  const step = Math.max(1, long.length / sampleSize)
  return Array.from(
    { length: Math.min(sampleSize, long.length) },
    (_, i) => long[Math.floor((i + 0.5) * step)] as InkLine,
  )
}

/** Whether the text layer of a scanned page says what its image shows, by a few of its lines. */
async function isTrusted(source: Source, page: SourcePage, image: PageImage, recognizer: Recognizer): Promise<boolean> {
  const clean = await cleanPage(image)
  const { strokes, grey, runs, components } = pageInk(clean)
  const { tables, free } = pageCells(rulesOf(strokes, clean.scale), components, [], clean.scale)
  const em = emOf(components)
  const lines = [...tables.flatMap((t) => t.cells.flatMap((c) => splitLines(c.ink, em))), ...splitLines(free, em)]
  const characters = layerCharacters(source, page, clean)
  if (isAstray(characters, lines)) return false
  const sample = sampleOf(lines, em)
  const seen = await recognizeLines({ grey, runs, em }, sample, recognizer)
  return agree(
    sample.map((line, i) => ({
      layer: layerTextIn(characters, line),
      seen: (seen[i]?.characters ?? []).map((c) => c.value).join(''),
    })),
  )
}

/**
 * Of the images of pages, those whose text has to be recognised: all but the ones of `layers` (numbers of pages) whose hidden text
 * agrees with what is to be seen. A layer that does not is told to `reject`.
 */
export async function* untrustedPages(
  source: Source,
  images: AsyncIterable<PageImage>,
  layers: ReadonlySet<number>,
  options: { recognizer: Recognizer; reject: (finding: Finding) => void },
): AsyncGenerator<PageImage> {
  for await (const image of images) {
    const page = source.pages.find((p) => p.number === image.number)
    if (page && layers.has(image.number)) {
      if (await isTrusted(source, page, image, options.recognizer)) continue
      options.reject({ code: 'text-layer-rejected', data: {}, at: { page: image.number } })
    }
    yield image
  }
}
