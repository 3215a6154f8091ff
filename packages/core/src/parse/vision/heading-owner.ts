import type { At, Where } from '../../schema/at.ts'
import type { VisionInitiative } from '../../schema/vision.ts'
import { clean, join } from '../../text/clean.ts'
import { slice } from '../../text/text.ts'
import { type Context, furnish, leaf, take } from '../context.ts'
import { readAgreementBlock } from './agreement-block.ts'
import type { Heading } from './heading.ts'
import { withoutTags } from './markup.ts'
import type { Part } from './outline-state.ts'
import { hullOf } from './place.ts'

/** Headings of a document, and which of them were read as pillars and initiatives. */
export interface Owning {
  parts: Part[]
  pillars: Map<Part, string>
  written: Map<Part, { title: string; pillar?: string }>
  initiatives: VisionInitiative[]
}

/** Takes a heading's title; its number or mark is a label. */
function takeHeading(context: Context, { title, whole }: Heading): At {
  const lead = whole.value.length - whole.value.trimStart().length
  const start = whole.offsets.indexOf(title.offsets[0] ?? -1)
  if (start > lead) furnish(context, 'label', slice(whole, 0, start))
  return take(context, clean(title))
}

/** A pillar's heading is held by the first initiative or project under it. */
export function pillarOf(context: Context, state: Owning, part: Part, holder: { where?: Where | undefined }): string {
  const known = state.pillars.get(part) ?? state.written.get(part)?.title
  if (known !== undefined || !part.heading) return known ?? ''
  part.used = 'pillar'
  const title = clean(part.heading.title).value
  holder.where = { ...holder.where, pillar: takeHeading(context, part.heading) }
  state.pillars.set(part, title)
  return title
}

export function initiativeOf(
  context: Context,
  state: Owning,
  part: Part,
  pillar: Part | undefined,
): { title: string; pillar?: string } {
  const above = state.pillars.get(part)
  const known = state.written.get(part) ?? (above === undefined ? undefined : { title: above })
  if (known || !part.heading) return known ?? { title: '' }
  part.used = 'initiative'
  const initiative: VisionInitiative = { title: clean(part.heading.title).value }
  const where: Where = { title: takeHeading(context, part.heading) }
  initiative.where = where
  if (pillar) initiative.pillar = pillarOf(context, state, pillar, initiative)
  const below = state.parts.slice(state.parts.indexOf(part) + 1)
  const block = readAgreementBlock(part, below)
  for (const label of block?.labels ?? []) furnish(context, 'label', withoutTags(label))
  const text = withoutTags(join(block?.description ?? part.texts))
  if (text.value !== '') {
    const read = leaf(context, text)
    initiative.description = read.text
    initiative.where = { ...initiative.where, description: read.at }
    part.texts = []
  }
  const roles = (block?.roles ?? []).flatMap(({ party, texts }) => {
    const read = leaf(context, withoutTags(join(texts)))
    return read.text === '' ? [] : [{ party, text: read.text, at: read.at }]
  })
  if (roles.length > 0) initiative.roles = roles
  initiative.at = hullOf([...Object.values(initiative.where ?? {}), ...roles.map((r) => r.at)])
  state.initiatives.push(initiative)
  const result = { title: initiative.title, ...(initiative.pillar === undefined ? {} : { pillar: initiative.pillar }) }
  state.written.set(part, result)
  return result
}
