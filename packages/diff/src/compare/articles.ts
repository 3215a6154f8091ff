import type { Article } from '@kyoyaku/core'
import type { ArticleChange, ProvisionChange } from '../schema/change.ts'
import type { Edit } from '../schema/edit.ts'
import { editsOf, newTextOf, oldTextOf, wholeEdit } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { nodeOfArticle, type ProvisionNode } from './provision-node.ts'
import { type AlignedRow, alignProvisions } from './provisions.ts'
import { followsRenumbering, type Numbers, numbersOf, type Place, type Renumbering } from './renumbering.ts'

interface Scope {
  env: Environment
  old: Numbers
  new: Numbers
  renumbering: Renumbering
}

interface Path {
  old: string[]
  new: string[]
  /** For people: 第３条第２項. */
  where: string
}

function renumberingOf(rows: readonly AlignedRow[]): Renumbering {
  const map: Renumbering = new Map()
  const same = (node: ProvisionNode, old: string, other: string): void => {
    map.set(old, other)
    for (const child of node.children) same(child, `${old}/${child.number}`, `${other}/${child.number}`)
  }
  const walk = (row: AlignedRow, above: readonly [string, string]): void => {
    if (!row.old || !row.new) return
    const key = [`${above[0]}${row.old.number}`, `${above[1]}${row.new.number}`] as const
    if (row.same) same(row.old, ...key)
    map.set(...key)
    for (const child of row.children) walk(child, [`${key[0]}/`, `${key[1]}/`])
  }
  for (const row of rows) walk(row, ['', ''])
  return map
}

const placeOf = ([article = '', paragraph, item]: readonly string[]): Place => ({
  article,
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})

type Kind = 'wording' | 'reference-only'

function kindOf(scope: Scope, path: Path, edits: readonly Edit[]): Kind {
  const follows = followsRenumbering(
    { text: oldTextOf(edits), from: placeOf(path.old), numbers: scope.old },
    { text: newTextOf(edits), from: placeOf(path.new), numbers: scope.new },
    scope.renumbering,
  )
  return follows ? 'reference-only' : 'wording'
}

const identity = (row: AlignedRow) => ({
  ...(row.old ? { old: row.old.number, oldIndex: row.oldIndex as number } : {}),
  ...(row.new ? { new: row.new.number, newIndex: row.newIndex as number } : {}),
  ...(row.old && row.old.title !== '' ? { oldTitle: row.old.title } : {}),
  ...(row.new && row.new.title !== '' ? { newTitle: row.new.title } : {}),
})

/** A provision that one version alone has, whole. */
function alone(scope: Scope, node: ProvisionNode, side: 'old' | 'new', index: number): ProvisionChange {
  const status = aloneStatus(scope.env, side)
  // What an excerpt leaves out is not struck out.
  const whole = (said: { text: string; at: ProvisionNode['at'] } | undefined): Edit[] =>
    status === 'not-in-excerpt' || !said ? [] : wholeEdit(side === 'old' ? 'delete' : 'insert', said)
  const [caption, text] = [whole(node.caption), whole(node)]
  return {
    ...identity(side === 'old' ? rowOf({ old: node, oldIndex: index }) : rowOf({ new: node, newIndex: index })),
    status,
    renumbered: false,
    moved: false,
    edited: false,
    ...(caption.length > 0 ? { caption } : {}),
    ...(text.length > 0 ? { text } : {}),
    ...(node.children.length > 0 ? { items: node.children.map((child, i) => alone(scope, child, side, i)) } : {}),
  }
}

const rowOf = (part: Partial<AlignedRow>): AlignedRow => ({ moved: false, same: false, children: [], ...part })

function changeOf(scope: Scope, row: AlignedRow, above: Path): ProvisionChange {
  const { env } = scope
  if (!row.old || !row.new) {
    const side = row.old ? 'old' : 'new'
    const node = (row.old ?? row.new) as ProvisionNode
    return {
      ...alone(scope, node, side, (row.oldIndex ?? row.newIndex) as number),
      ...(row.splitFrom === undefined ? {} : { splitFrom: row.splitFrom }),
      ...(row.mergedInto === undefined ? {} : { mergedInto: row.mergedInto }),
    }
  }
  const path: Path = {
    old: [...above.old, row.old.number],
    new: [...above.new, row.new.number],
    where: [above.where, row.new.title].filter((part) => part !== '').join(' '),
  }
  const placed = (side: 'old' | 'new', text: string, at: ProvisionNode['at']) => ({
    text: env.symbolic[side](text),
    at,
  })
  const caption = row.same
    ? undefined
    : editsOf(
        env.text,
        placed('old', row.old.caption?.text ?? '', row.old.caption?.at),
        placed('new', row.new.caption?.text ?? '', row.new.caption?.at),
        path.where,
      )
  const text = row.same
    ? undefined
    : editsOf(env.text, placed('old', row.old.text, row.old.at), placed('new', row.new.text, row.new.at), path.where)
  const items = row.children.map((child) => changeOf(scope, child, path))
  const renumbered = row.old.number !== row.new.number
  const below = items.some((i) => i.status !== 'unchanged' && i.status !== 'not-in-excerpt')
  const edited = caption !== undefined || text !== undefined || below
  const kinds: Kind[] = [
    ...(caption ? ['wording' as const] : []),
    ...(text ? [kindOf(scope, path, text)] : []),
    ...items.flatMap((i): Kind[] =>
      i.status === 'unchanged' || i.status === 'not-in-excerpt' ? [] : [i.editKind ?? 'wording'],
    ),
  ]
  return {
    ...identity(row),
    status: edited || renumbered || row.moved ? 'changed' : 'unchanged',
    renumbered,
    moved: row.moved,
    edited,
    ...(edited ? { editKind: kinds.every((k) => k === 'reference-only') ? 'reference-only' : 'wording' } : {}),
    ...(caption ? { caption } : {}),
    ...(text ? { text } : {}),
    ...(below ? { items } : {}),
  }
}

/** The articles of two versions of a document, each with what became of it. */
export function compareArticles(
  env: Environment,
  old: readonly Article[],
  other: readonly Article[],
  of: { document: number; part: ArticleChange['part'] },
): ArticleChange[] {
  const olds = old.map(nodeOfArticle)
  const news = other.map(nodeOfArticle)
  const rows = alignProvisions(env, olds, news, 'article')
  const scope: Scope = { env, old: numbersOf(olds), new: numbersOf(news), renumbering: renumberingOf(rows) }
  return rows.map((row): ArticleChange => {
    const { text: _, items, ...change } = changeOf(scope, row, { old: [], new: [], where: '' })
    return { ...of, ...change, ...(items ? { paragraphs: items } : {}) }
  })
}
