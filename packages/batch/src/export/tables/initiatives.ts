import type { At, Document, Initiative, Role, TableSection, VisionInitiative } from '@kyoyaku/core'
import { text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable, type Subject } from '../table.ts'
import { keyedProjects } from './keyed-projects.ts'

interface Found {
  source: string
  path: string[]
  number?: string | undefined
  title: string
  description?: string | undefined
  roles: readonly Role[]
  at?: At | undefined
  /** Where its title stands. */
  titleAt?: At | undefined
}

const found = (
  source: string,
  path: string[],
  { number, title, description, roles, at, where }: Initiative,
): Found => ({
  source,
  path,
  number,
  title,
  description,
  roles,
  at,
  titleAt: where?.title,
})

function* inSections(source: string, sections: readonly TableSection[], above: string[]): Generator<Found> {
  for (const { title, initiatives, sections: below } of sections) {
    const path = [...above, title]
    for (const initiative of initiatives) yield found(source, path, initiative)
    yield* inSections(source, below ?? [], path)
  }
}

const ofVision = ({ pillar, title, description, roles, at, where }: VisionInitiative): Found => ({
  source: 'vision',
  path: pillar === undefined ? [] : [pillar],
  title,
  description,
  roles: roles ?? [],
  at,
  titleAt: where?.title,
})

function* initiativesOf(document: Document): Generator<Found> {
  if (document.type === 'vision') {
    yield* (document.initiatives ?? []).map(ofVision)
    return
  }
  if ('appendedTables' in document)
    for (const { title, sections } of document.appendedTables) yield* inSections(title, sections, [])
  if (!('initiatives' in document)) return
  const source = document.type === 'outline' ? 'outline' : 'articles'
  for (const initiative of document.initiatives ?? []) yield found(source, initiative.path ?? [], initiative)
}

const keyOf = ({ id }: Subject, i: number): string => `${id}/i${i + 1}`

export const initiatives = documentTable(
  'initiatives',
  'one row an initiative (取組) of an agreement, an outline or a vision',
  [
    text('initiative', 'key, for the table roles'),
    text('source', 'title of the appended table, or articles, outline, vision'),
    text('pillar', 'what it stands under, from the top, joined by " / "'),
    text('number', 'as printed: ア'),
    text('title', 'title'),
    text('description', '取組内容'),
  ],
  function* (subject) {
    for (const [i, { source, path, number, title, description, at, titleAt }] of [
      ...initiativesOf(subject.document),
    ].entries())
      yield {
        initiative: keyOf(subject, i),
        source,
        pillar: path.join(' / '),
        number,
        title,
        description,
        ...placeOf(at, titleAt),
      }
  },
)

export const roles = documentTable(
  'roles',
  'one row a party and initiative: what the party does; for projects of a vision one row an entry',
  [
    text('initiative', 'key of the initiative; empty for roles in a project'),
    text('project', 'key of the project; empty for roles in an initiative'),
    text('title', 'title of the initiative or project'),
    text('party', 'symbol or name: 甲, 乙, 両市, 連携市町'),
    text('name', 'name of the party where the document says whose symbol it is'),
    text('code', 'six-digit code of the party (全国地方公共団体コード)'),
    text('text', 'the role'),
  ],
  function* (subject) {
    const { document, codeOf } = subject
    const parties = 'parties' in document ? document.parties : []
    const who = (party: string): { party: string; name: string | undefined; code: string | undefined } => {
      const named = parties.filter(({ symbol }) => symbol === party)
      const name = named.length === 1 ? named[0]?.name : undefined
      return { party, name, code: codeOf(name ?? party) }
    }
    for (const [i, { title, roles, at, titleAt }] of [...initiativesOf(document)].entries())
      for (const role of roles)
        yield {
          initiative: keyOf(subject, i),
          title,
          ...who(role.party),
          text: role.text,
          ...placeOf(role.at, at, titleAt),
        }
    if (document.type !== 'vision') return
    for (const [key, { title, roles, at, where }] of keyedProjects(subject))
      for (const role of roles ?? [])
        for (const item of role.items)
          yield { project: key, title, ...who(role.party), text: item, ...placeOf(role.at, at, where?.title) }
  },
)
