import { blocksOf } from '../layout/blocks.ts'
import type { Context } from '../parse/context.ts'
import { parseVision } from '../parse/vision/vision.ts'
import type { Project, Vision } from '../schema/vision.ts'
import { contextOf } from './text-context.ts'

/** A text read as a vision, with the codes of what was said of it. */
export async function readVision(text: string): Promise<{ vision: Vision; said: string[]; context: Context }> {
  const context = await contextOf(text, 'en')
  const vision = await parseVision(context, blocksOf(context.source))
  return { vision, said: context.diagnostics.map((d) => d.code), context }
}

/** Rows with cells between bars as tab-separated text. */
export const tsv = (...rows: string[]): string =>
  rows.map((r) => r.replace(/ \| /gu, '\t').replace(/^\| | \|$/gu, '\t')).join('\n')

/** The first project of tab-separated rows. */
export const projectIn = async (...rows: string[]): Promise<Project> =>
  (await readVision(tsv(...rows))).vision.projects[0] as Project
