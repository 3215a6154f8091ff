import { isUnrelated } from '@kyoyaku/diff'
import { contrastRows, contrastTable } from './contrast/contrast-table.ts'
import { countBlocks } from './overview/counts.ts'
import { noiseBlocks } from './overview/noise.ts'
import { visionBlocks } from './overview/vision.ts'
import { printablePaper } from './paper/lines.ts'
import type { Block, Paper } from './paper/paper.ts'
import { profileOf } from './profile/profiles.ts'
import { documentOf, type Revision } from './revision.ts'
import { type Locale, say, words } from './words.ts'

export interface PaperOptions {
  /** Name of a profile; 国 without one. */
  profile?: string | undefined
  /** Language of what the paper itself says. */
  locale?: Locale | undefined
}

/** Whether what was compared is still a draft: the columns are then called 改正案 and 現行. */
const isDraft = (revision: Revision): boolean =>
  revision.comparison.documents.some((_, pair) => {
    const document = documentOf(revision, pair, 'new')
    if (document?.type === 'vision') return document.revision.status === 'draft'
    return document !== undefined && 'status' in document && document.status === 'draft'
  })

const text = (value: string): Block => ({ kind: 'text', runs: [{ text: value }] })

/** A revision as a paper: of a vision an overview first, then the 新旧対照表, then what is no change. */
export function revisionPaper(revision: Revision, options: PaperOptions = {}): Paper {
  const { comparison } = revision
  const locale = options.locale ?? 'ja'
  const profile = profileOf(options.profile)
  const first = comparison.documents[0]
  const name = first?.new ?? first?.old ?? comparison.new.name
  const title = `${name}　${say(words.contrast, locale)}`
  const rows = contrastRows({ revision, profile })
  const silent = Object.entries(comparison.summary)
    .filter(([key]) => key.endsWith('.not-in-excerpt'))
    .reduce((sum, [, n]) => sum + n, 0)
  const contrast: Block[] =
    rows.length === 0
      ? [text(say(words.nothing, locale))]
      : [
          ...(profile.preface === undefined ? [] : [text(profile.preface)]),
          contrastTable({ revision, profile }, rows, title, isDraft(revision)),
          ...(profile.remark === undefined ? [] : [text(profile.remark)]),
        ]
  const vision = visionBlocks(revision, locale)
  return printablePaper({
    title,
    locale,
    ...(profile.lineWeight === undefined ? {} : { lineWeight: profile.lineWeight }),
    blocks: [
      ...(isUnrelated(comparison) ? [text(say(words.unrelated, locale))] : []),
      ...(vision.length > 0 ? vision : countBlocks(comparison, locale)),
      ...(silent > 0 ? [text(say(words.excerptNote, locale, { count: silent }))] : []),
      ...(vision.length > 0 ? [{ kind: 'heading', text: say(words.contrast, locale) } satisfies Block] : []),
      ...contrast,
      ...noiseBlocks(comparison, locale),
    ],
  })
}
