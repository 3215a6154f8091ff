import { renderPages } from '@kyoyaku/pdf'
import { type FontName, fontNames } from '../draw/fonts.ts'
import { drawPageLook } from '../draw/page-look.ts'
import { layOut } from '../draw/pages.ts'
import { drawPdf, measureOf } from '../draw/pdf.ts'
import type { Measure, PageLook, Sheet } from '../draw/sheet.ts'
import { type Model, manuscriptOf } from '../manuscript/manuscript-of.ts'
import { drawAgreement } from '../model/agreement-model.ts'
import { drawVision } from '../model/vision-model.ts'
import { createRandom } from '../random.ts'
import { degrade, type ScannedPage } from './degrade.ts'
import { type PenMark, pensOn } from './pens.ts'
import { type ScanLook, type ScanLookName, scanLooks } from './scan-look.ts'

/** One document as paper: drawn once, scanned in any look. */
export interface ScanCase {
  seed: string
  type: 'agreement' | 'vision'
  /** With what offices put into tables by hand, and with pens and stamps on the paper. */
  rich?: true
}

/** What is printed, before it is scanned. */
export interface Print {
  model: Model
  font: FontName
  rules: PageLook['rules']
  sheets: Sheet[]
}

/** `count` documents of a seed; agreements and visions take turns. `rich` ones have more than the others, and are others. */
export const scanCasesOf = (seed: number, count: number, rich = false): ScanCase[] =>
  Array.from({ length: count }, (_, i) => ({
    seed: rich ? `rich/${seed}/${i}` : `scan/${seed}/${i}`,
    type: i % 2 === 0 ? ('agreement' as const) : ('vision' as const),
    ...(rich ? { rich } : {}),
  }))

/** Tables have rules that can be seen in a scan: one in six is open at its sides. */
const ruleLooks: readonly PageLook['rules'][] = ['solid', 'solid', 'solid', 'solid', 'solid', 'open']

const measures = new Map<FontName, Measure>()
function measureIn(font: FontName): Measure {
  const measure = measures.get(font) ?? measureOf(font)
  measures.set(font, measure)
  return measure
}

/** The document of a case on its pages, in one of the fonts. `rules` replaces what its tables would be ruled with. */
export function printOf(one: ScanCase, rules?: PageLook['rules']): Print {
  const random = createRandom(one.seed)
  const model =
    one.type === 'vision'
      ? drawVision(random.fork('model'), { brief: true, ...(one.rich ? { rich: true } : {}) })
      : drawAgreement(random.fork('model'), { brief: true })
  const drawing = random.fork('drawing')
  const font = drawing.pick(fontNames)
  const ruled = rules ?? drawing.pick(ruleLooks)
  const look = { ...drawPageLook(drawing), rules: ruled }
  return { model, font, rules: ruled, sheets: layOut(manuscriptOf(model), look, measureIn(font)) }
}

/** What was put on a page of a print after it was printed, in looks with pens. */
export function pensOf(one: ScanCase, print: Print, page: number): PenMark[] {
  const sheet = print.sheets[page - 1]
  return sheet ? pensOn(sheet, createRandom(`${one.seed}/pens/${page}`)) : []
}

/** The pages of a print as a scanner saw them, one after the other. */
export async function* scansOf(one: ScanCase, print: Print, name: ScanLookName): AsyncGenerator<ScannedPage> {
  const look: ScanLook = scanLooks[name]
  const bytes = await drawPdf(print.sheets, print.font)
  for await (const page of renderPages(bytes, undefined, { dpi: look.dpi })) {
    const random = createRandom(`${one.seed}/${name}/${page.number}`)
    yield degrade(page, look, random, look.pens ? pensOf(one, print, page.number) : [])
  }
}
