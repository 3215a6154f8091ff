import { blocksOf } from '../layout/blocks.ts'
import { parseAgreement } from '../parse/agreement.ts'
import type { Context } from '../parse/context.ts'
import type { Agreement } from '../schema/agreement.ts'
import { contextOf } from './text-context.ts'

/** A text read as an agreement. */
export async function readAgreement(text: string): Promise<{ agreement: Agreement; context: Context }> {
  const context = await contextOf(text)
  return { agreement: await parseAgreement(context, blocksOf(context.source)), context }
}

/** Two parties, as a preamble begins with them. */
export const agreed = '米子市（以下「甲」という。）及び境港市（以下「乙」という。）は'

/** An agreement of one article with a preamble that begins so. */
export const agreementOf = (preamble: string): string =>
  `生活圏形成に係る連携協約\n\n${preamble}、次のとおり連携協約を締結する。\n\n第１条　甲及び乙は、協力する。\n`
