import { type ParseResult, parse, readText, type Source, tables } from '@kyoyaku/core'
import { readPdf } from '@kyoyaku/pdf'
import { drawPageLook } from '../draw/page-look.ts'
import { layOut } from '../draw/pages.ts'
import { drawPdf, measureOf } from '../draw/pdf.ts'
import { drawText, type TextForm, textForms } from '../draw/text-forms.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { type Model, manuscriptOf } from '../manuscript/manuscript-of.ts'
import { redline } from '../manuscript/redline.ts'
import { drawAgreement } from '../model/agreement-model.ts'
import { drawVision } from '../model/vision-model.ts'
import { createRandom } from '../random.ts'
import { type Comparison, compareFacts } from './comparison.ts'
import { compareRuns } from './redline-runs.ts'
import { compareTables, type TableTally, tablesOf } from './tables.ts'

const measure = measureOf()

export type Form = TextForm | 'pdf' | 'redline'
const pdfForms = ['pdf', 'redline'] as const

/** One document in one form: what is scored by itself. */
export interface Case {
  seed: string
  type: 'agreement' | 'vision'
  form: Form
  /** With indicators that belong to no project. */
  measured?: true
}

/** Forms in which a table is no table any more. */
const flowing: ReadonlySet<Form> = new Set(['cells', 'spaced', 'torn'])

export function modelOf({ seed, type, form, measured }: Case): Model {
  const random = createRandom(seed).fork('model')
  if (type === 'vision') return drawVision(random, { noBlanks: flowing.has(form), ...(measured ? { measured } : {}) })
  return drawAgreement(random, form === 'torn' ? { roleForm: 'labelled-titles' } : {})
}

export type InputKind = 'text' | 'pdf'

/** `count` cases of a seed; types and forms take turns. With `measured` visions have indicators that belong to no project. */
export function casesOf(seed: number, count: number, kind: InputKind, measured = false): Case[] {
  return Array.from({ length: count }, (_, i): Case => {
    const type = i % 2 === 0 ? 'agreement' : 'vision'
    const texts = type === 'agreement' ? textForms : textForms.filter((f) => f !== 'torn')
    const forms: readonly Form[] = kind === 'text' ? texts : pdfForms
    return {
      seed: `${seed}/${i}`,
      type,
      form: forms[Math.floor(i / 2) % forms.length] as Form,
      ...(measured ? { measured } : {}),
    }
  })
}

export interface Scored {
  comparison: Comparison
  tables: TableTally | undefined
  runs: ReturnType<typeof compareRuns> | undefined
  read: ParseResult
}

export function manuscriptFor(one: Case): Manuscript {
  const manuscript = manuscriptOf(modelOf(one))
  return one.form === 'redline' ? redline(manuscript, createRandom(one.seed).fork('redline')) : manuscript
}

/** The bytes of a case: text in UTF-8, or a PDF. */
export function bytesOf(one: Case): Promise<Uint8Array> {
  const manuscript = manuscriptFor(one)
  const random = createRandom(one.seed).fork('drawing')
  if (one.form === 'pdf' || one.form === 'redline') return drawPdf(layOut(manuscript, drawPageLook(random), measure))
  return Promise.resolve(new TextEncoder().encode(drawText(manuscript, one.form, random)))
}

async function sourceOf(one: Case): Promise<Source> {
  const bytes = await bytesOf(one)
  const name = `${one.seed} ${one.form}`
  return one.form === 'pdf' || one.form === 'redline' ? readPdf(bytes, name) : readText(bytes, name)
}

/** Draws a case, reads it, and compares what was read with the truth. */
export async function scoreCase(one: Case): Promise<Scored> {
  const manuscript = manuscriptFor(one)
  const source = await sourceOf(one)
  const read = await parse(source)
  const isPdf = one.form === 'pdf' || one.form === 'redline'
  return {
    read,
    comparison: compareFacts({ documents: modelOf(one).truth }, read),
    tables: flowing.has(one.form) ? undefined : compareTables(tablesOf(manuscript), tables(source).tables, !isPdf),
    runs: isPdf ? compareRuns(manuscript, read) : undefined,
  }
}
