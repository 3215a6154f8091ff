import { type ParseResult, parse, readText, type Source, tables } from '@kyoyaku/core'
import { drawText, type TextForm, textForms } from '../draw/text-forms.ts'
import { type Model, manuscriptOf } from '../manuscript/manuscript-of.ts'
import { drawAgreement } from '../model/agreement-model.ts'
import { drawVision } from '../model/vision-model.ts'
import { createRandom } from '../random.ts'
import { type Comparison, compareFacts } from './comparison.ts'
import { compareTables, type TableTally, tablesOf } from './tables.ts'

/** One document in one form: what is scored by itself. */
export interface Case {
  seed: string
  type: 'agreement' | 'vision'
  form: TextForm
}

/** Forms in which a table is no table any more. */
const flowing: ReadonlySet<TextForm> = new Set(['cells', 'spaced', 'torn'])

export function modelOf({ seed, type, form }: Case): Model {
  const random = createRandom(seed).fork('model')
  if (type === 'vision') return drawVision(random, { noBlanks: flowing.has(form) })
  return drawAgreement(random, form === 'torn' ? { roleForm: 'labelled-titles' } : {})
}

/** `count` cases of a seed; types and forms take turns. */
export function casesOf(seed: number, count: number): Case[] {
  return Array.from({ length: count }, (_, i): Case => {
    const type = i % 2 === 0 ? 'agreement' : 'vision'
    const forms = type === 'agreement' ? textForms : textForms.filter((f) => f !== 'torn')
    return { seed: `${seed}/${i}`, type, form: forms[Math.floor(i / 2) % forms.length] as TextForm }
  })
}

export interface Scored {
  comparison: Comparison
  tables: TableTally | undefined
  read: ParseResult
}

export const textOf = (one: Case): string =>
  drawText(manuscriptOf(modelOf(one)), one.form, createRandom(one.seed).fork('text'))

async function sourceOf(one: Case): Promise<Source> {
  return readText(new TextEncoder().encode(textOf(one)), `${one.seed} ${one.form}`)
}

/** Draws a case, reads it, and compares what was read with the truth. */
export async function scoreCase(one: Case): Promise<Scored> {
  const model = modelOf(one)
  const source = await sourceOf(one)
  const read = await parse(source)
  return {
    read,
    comparison: compareFacts({ documents: model.truth }, read),
    tables: flowing.has(one.form)
      ? undefined
      : compareTables(tablesOf(manuscriptOf(model)), tables(source).tables, true),
  }
}
