import {
  type Finding,
  type GlyphRun,
  isLost,
  type LostPage,
  type PageImage,
  type Source,
  type SourcePage,
} from '@kyoyaku/core'
import { pageLost, partsLost } from './page/page-loss.ts'
import { withPictures } from './page/page-pictures.ts'
import { readAhead } from './page/read-ahead.ts'
import { type LayerOf, type ReadPage, readPage } from './page/read-page.ts'
import { readSheet } from './page/read-sheet.ts'
import { sourcePage } from './page/source-of-pages.ts'
import type { ScanOptions } from './read-scan.ts'
import { layerCharacters } from './text-layer/layer-text.ts'
import { toldInVain, toldOf } from './text-layer/told-source.ts'

/** A page of a source moved to where it begins in a new text. */
function moved(page: SourcePage, by: number): SourcePage {
  const shift = ([from, to]: readonly [number, number]): [number, number] => [from + by, to + by]
  const runs = page.glyphs?.runs.map((r): GlyphRun => ({ ...r, span: shift(r.span) }))
  const recognized = page.recognized && {
    ...page.recognized,
    others: page.recognized.others.map((o) => ({ ...o, span: shift(o.span) })),
    ...(page.recognized.from === undefined ? {} : { from: page.recognized.from + by }),
  }
  return {
    ...page,
    span: shift(page.span),
    ...(page.glyphs && runs ? { glyphs: { ...page.glyphs, runs } } : {}),
    ...(recognized ? { recognized } : {}),
  }
}

interface PagesOptions extends ScanOptions {
  /** Numbers of pages with a hidden text layer, which is heard as a second reader where it says what the page shows. */
  layers?: ReadonlySet<number>
  /** Numbers of pages that keep their text: their images are of the pictures beside it, which are heard where they hold writing. */
  pictures?: ReadonlySet<number>
}

/**
 * A source some of whose pages are recognised from their images instead: what was read of those pages before is dropped, the
 * others stay as they are. Images are told apart by their page number; two are held at a time. What is lost of them is reported.
 */
export async function recognizePages(
  source: Source,
  images: AsyncIterable<PageImage | LostPage> | Iterable<PageImage | LostPage>,
  { recognizer, onProgress, layers, pictures, told }: PagesOptions,
): Promise<Source> {
  const layerOf = (number: number): LayerOf | undefined => {
    const page = layers?.has(number) ? source.pages.find((p) => p.number === number) : undefined
    return page && ((clean) => layerCharacters(source, page, clean))
  }
  const read = new Map<number, ReadPage[]>()
  const findings: Finding[] = [...(source.findings ?? [])]
  const readOne = async ({ lost, ...image }: PageImage): Promise<ReadPage[]> =>
    pictures?.has(image.number)
      ? [await readPage(image, recognizer)]
      : readSheet(
          { ...image, ...(lost ? { lost } : {}) },
          recognizer,
          layerOf(image.number),
          toldOf(told, image.number),
        )
  const sheets = readAhead(images, async (image) => ({
    number: image.number,
    sheet: isLost(image) ? undefined : await readOne(image),
    // What was read of pictures is kept where they hold writing; what they lack is said of all.
    lost: !isLost(image) && pictures?.has(image.number) ? partsLost(image, true) : [],
  }))
  for await (const { number, sheet, lost } of sheets) {
    findings.push(...lost)
    if (!sheet) findings.push(pageLost(number))
    else {
      read.set(number, sheet)
      if (!pictures?.has(number)) findings.push(...sheet.flatMap((page) => page.findings))
    }
    onProgress?.(number)
  }
  findings.push(...toldInVain(told, (number) => read.has(number) && !pictures?.has(number)))
  let text = ''
  const pages: SourcePage[] = []
  const add = (own: { text: string; page: SourcePage }): void => {
    text += own.text
    pages.push(own.page)
  }
  for (const [i, page] of source.pages.entries()) {
    const number = page.number ?? i + 1
    if (i > 0) text += '\f'
    const sheet = read.get(number)
    const [first] = sheet ?? []
    if (!first || pictures?.has(number)) {
      const digital = { text: source.text.slice(...page.span), page: moved(page, text.length - page.span[0]) }
      const both = first ? withPictures(digital, first, recognizer.name) : { ...digital, findings: [] }
      findings.push(...both.findings)
      add(both)
      continue
    }
    for (const own of sheet ?? []) {
      if (own !== first) text += '\f'
      add(sourcePage(own, text.length, recognizer.name))
    }
  }
  const recognized = pages.filter((p) => p.recognized).length
  const textLayer =
    recognized === pages.length && !pictures?.size ? 'ocr' : recognized > 0 ? 'mixed' : source.info.textLayer
  return { ...source, info: { ...source.info, textLayer }, text, pages, ...(findings.length > 0 ? { findings } : {}) }
}
