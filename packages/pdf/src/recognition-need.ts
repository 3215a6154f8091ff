import type { Box, GlyphRun, PageGlyphs, Source, SourcePage } from '@kyoyaku/core'

/** Why a page's text has to be recognised, or may have to be: an `ocr-layer` is kept where it agrees with the image. */
export type RecognitionNeed = 'image' | 'unreadable' | 'ocr-layer'

/** A stamp, a page number or a file name may be painted on a scanned page: so few characters are no text of its own. */
const fewCharacters = 25
/** Images that take this share of the page hold what it says. Scans are cropped, and strips leave gaps. */
const imageShare = 0.5
/** … and on a page without any text, what takes this share: a slip that was laid on the glass of a copier. */
const slipShare = 0.1
/** Copiers print their name, the date and numbers of pages this near the upper and lower edge, as a share of the height. */
const edge = 0.08
/** Writing that was made outlines, as printers ask for, is so many shapes where there is no text; drawings have fewer. */
const fewestOutlines = 150
/** Fonts that do not say what their characters are give replacement characters and private ones. */
const unreadableShare = 0.3
/** A layer is that of recognition where so much of the text is not painted. */
const hiddenShare = 0.9

const meaningless = /[\ufffd\ue000-\uf8ff\0-\x08]/gu

function shareOfImages({ glyphs }: SourcePage): number {
  if (!glyphs) return 0
  const { width, height, images } = glyphs
  const area = images.reduce(
    (n, [x0, y0, x1, y1]) =>
      n + Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) * Math.max(0, Math.min(y1, height) - Math.max(y0, 0)),
    0,
  )
  return area / Math.max(width * height, 1)
}

/** Painted characters that do not stand at the upper or lower edge. */
function inBody(source: Source, { span, glyphs }: SourcePage): number {
  let count = 0
  for (const run of glyphs?.runs ?? [])
    for (let offset = run.span[0]; offset < run.span[1] && !run.hidden && !run.drawn; offset++) {
      const k = (offset - span[0]) * 4
      const middle = ((glyphs?.boxes[k + 1] ?? 0) + (glyphs?.boxes[k + 3] ?? 0)) / 2 / Math.max(glyphs?.height ?? 1, 1)
      if (middle > edge && middle < 1 - edge && /\S/u.test(source.text[offset] as string)) count++
    }
  return count
}

function needOf(source: Source, page: SourcePage): RecognitionNeed | undefined {
  if (!page.glyphs || page.recognized) return undefined
  const textOf = (runs: readonly GlyphRun[]): string =>
    runs.map((r) => source.text.slice(...r.span).replace(/\s/gu, '')).join('')
  const painted = textOf(page.glyphs.runs.filter((r) => !r.hidden && !r.drawn))
  const hidden = textOf(page.glyphs.runs.filter((r) => r.hidden))
  const share = shareOfImages(page)
  const all = painted.length + hidden.length
  const isScan = share >= (painted.length === 0 ? slipShare : imageShare)
  if (isScan && hidden.length > 0 && hidden.length >= all * hiddenShare) return 'ocr-layer'
  const unreadable = painted.match(meaningless)?.length ?? 0
  if (painted.length > 0 && unreadable >= painted.length * unreadableShare && unreadable > fewCharacters)
    return 'unreadable'
  const isOutlined = (page.glyphs.outlines ?? 0) >= fewestOutlines
  if (isOutlined && painted.length <= fewCharacters) return 'image'
  return isScan && inBody(source, page) <= fewCharacters ? 'image' : undefined
}

/**
 * The pages of a PDF, by number, whose text is not to be had from the file: scans, text in fonts that do not say what their
 * characters are, and scans with a hidden layer of text, which may be right or wrong. Painted text that can be read is never among them.
 */
export function recognitionNeeds(source: Source): Map<number, RecognitionNeed> {
  const needs = new Map<number, RecognitionNeed>()
  for (const page of source.pages) {
    const need = page.number === undefined ? undefined : needOf(source, page)
    if (need && page.number !== undefined) needs.set(page.number, need)
  }
  return needs
}

/** Pictures that take less of a page than this, or are lower or narrower (in points), are seals, signatures, marks of towns. */
const pictureShare = 0.03
const smallestPicture = 48

/** Whether a box on a page is as large as a table. */
export const isPicture = ({ width, height }: { width: number; height: number }, [x0, y0, x1, y1]: Box): boolean => {
  const [w, h] = [Math.min(x1, width) - Math.max(x0, 0), Math.min(y1, height) - Math.max(y0, 0)]
  return Math.min(w, h) >= smallestPicture && w * h >= width * height * pictureShare
}

/** Numbers of the pages with text of their own on which there are pictures as large as a table. */
export function pagesWithPictures(source: Source): number[] {
  return source.pages.flatMap((page) =>
    page.number !== undefined &&
    page.glyphs?.images.some((box) => isPicture(page.glyphs as PageGlyphs, box)) &&
    !needOf(source, page)
      ? [page.number]
      : [],
  )
}
