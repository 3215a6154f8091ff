import type { Finding, PageImage } from '@kyoyaku/core'
import { twoPages } from '../image/two-up.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import { type LayerOf, type ReadPage, readPage, type ToldOf } from './read-page.ts'

/** A page that is the right one of a sheet, where it stands on the sheet; `by` is in points. */
function onSheet(page: ReadPage, by: number, width: number): ReadPage {
  const moved = (at: Finding['at']): Finding['at'] => {
    if (!at?.bbox) return at
    const [x0, y0, x1, y1] = at.bbox
    return { ...at, bbox: [x0 + by, y0, x1 + by, y1] }
  }
  return {
    ...page,
    width,
    lines: page.lines.map((line) => ({
      ...line,
      boxes: line.boxes.map(([x0, y0, x1, y1]): [number, number, number, number] => [
        x0 + by * page.scale,
        y0,
        x1 + by * page.scale,
        y1,
      ]),
    })),
    rules: page.rules.map((rule) => ({ ...rule, x0: rule.x0 + by, x1: rule.x1 + by })),
    findings: page.findings.map((f) => ({ ...f, ...(f.at ? { at: moved(f.at) as NonNullable<Finding['at']> } : {}) })),
  }
}

/**
 * The pages of an image: one, or two that stand side by side on a sheet; these have the number and the places of the sheet. Where
 * something is known of what stands on the sheet it is read as one page.
 */
export async function readSheet(
  image: PageImage,
  recognizer: Recognizer,
  layerOf?: LayerOf,
  toldOf?: ToldOf,
): Promise<ReadPage[]> {
  const halves = layerOf || toldOf || image.lost ? undefined : twoPages(image)
  if (halves) {
    const left = await readPage(halves[0], recognizer)
    const right = await readPage(halves[1], recognizer)
    const width = left.width + right.width
    // What lies on its side has its lines between the halves.
    if (!left.isTurned && !right.isTurned && left.lines.length > 0 && right.lines.length > 0)
      return [{ ...left, width }, onSheet(right, left.width, width)]
  }
  return [await readPage(image, recognizer, layerOf, toldOf)]
}
