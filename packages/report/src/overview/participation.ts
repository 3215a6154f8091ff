import type { Vision } from '@kyoyaku/core'
import type { ProjectChange } from '@kyoyaku/diff'
import { cellOf, placeOf } from '../paper/lines.ts'
import type { Block, Cell, Place, Side } from '../paper/paper.ts'
import { documentOf, projectOf, type Revision } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { nameCell } from './projects.ts'

const signs = { stays: '○', joined: '＋', left: '－' } as const

/** Municipalities in the order of the new version's table, then those that only the old one or a list names. */
function municipalitiesOf(revision: Revision, pairs: readonly number[], changes: readonly ProjectChange[]): string[] {
  const grids = (side: Side): string[] =>
    pairs.flatMap((pair) => {
      const document = documentOf(revision, pair, side)
      return document?.type === 'vision' ? (document as Vision).participationGrids.flatMap((g) => g.municipalities) : []
    })
  const named = changes.flatMap((c) => [
    ...(projectOf(revision, c, 'new')?.participants ?? []),
    ...(projectOf(revision, c, 'old')?.participants ?? []),
  ])
  return [...new Set([...grids('new'), ...grids('old'), ...named])]
}

/** Where a version says that a municipality takes part: its list, or its mark in the table. */
function placeIn(revision: Revision, change: ProjectChange, side: Side): Place | undefined {
  const project = projectOf(revision, change, side)
  return placeOf(side, project?.where?.participants ?? project?.at)
}

function markCell(revision: Revision, change: ProjectChange, municipality: string): Cell {
  const [before, after] = (['old', 'new'] as const).map(
    (side) => projectOf(revision, change, side)?.participants.includes(municipality) ?? false,
  )
  // What only one version tells of is no joining or leaving.
  const told = change.participants !== undefined
  if (told && after && !before) return cellOf(signs.joined, { tone: 'joined' }, placeIn(revision, change, 'new'))
  if (told && before && !after) return cellOf(signs.left, { tone: 'left' }, placeIn(revision, change, 'old'))
  if (before || after) return cellOf(signs.stays, {}, placeIn(revision, change, after ? 'new' : 'old'))
  return { lines: [] }
}

/** Who takes part in what, joins and leaves marked. */
export function participationBlocks(
  revision: Revision,
  pairs: readonly number[],
  all: readonly ProjectChange[],
  locale: Locale,
): Block[] {
  const changes = all.filter((c) => c.status !== 'not-in-excerpt')
  const municipalities = municipalitiesOf(revision, pairs, changes)
  // Nobody joined and nobody left: the table would be that of the vision.
  if (municipalities.length === 0 || changes.every((c) => c.participants === undefined)) return []
  const label = (change: ProjectChange): string =>
    change.status === 'added' || change.status === 'deleted' ? say(words[change.status], locale) : ''
  return [
    { kind: 'heading', text: say(words.participation, locale) },
    {
      kind: 'table',
      caption: say(words.participationTable, locale),
      legend: say(words.participationLegend, locale),
      columns: [
        { heading: say(words.project, locale), share: 5 },
        { heading: say(words.change, locale), share: 1.5, align: 'center' },
        ...municipalities.map((heading) => ({ heading, share: 1, align: 'center' as const })),
      ],
      rows: changes.map((change) => ({
        start: true,
        cells: [
          nameCell(revision, change),
          cellOf(label(change), {
            tone: change.status === 'added' || change.status === 'deleted' ? change.status : undefined,
          }),
          ...municipalities.map((name) => markCell(revision, change, name)),
        ],
      })),
    },
  ]
}
