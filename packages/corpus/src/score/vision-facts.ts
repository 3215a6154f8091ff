import type { Amount, Project, Vision } from '@kyoyaku/core'
import { type Fact, type FactKind, plain } from './fact.ts'

const yen = (amount: Amount): string => `${amount.yen} ${plain(amount.text)}`

const spansOf = (at: Amount['at']): Pick<Fact, 'spans'> => (at?.span ? { spans: at.spans ?? [at.span] } : {})

/** A budget cell is one sum: of a year, in total or of a source, in yen and as printed. */
function* budgetOf(project: Project, key: string): Generator<Fact> {
  const about = plain(project.title)
  const { years = [], total, sources = [] } = project.budget ?? {}
  const fact = (cell: string, amount: Amount): Fact => ({
    kind: 'budget-cell',
    key: `${key}/${cell}`,
    value: yen(amount),
    about,
    ...spansOf(amount.at),
  })
  for (const year of years) yield fact(String(year.fiscalYear), year)
  if (total) yield fact('total', total)
  for (const source of sources) yield fact(`${source.source}/${source.fiscalYear ?? ''}`, source)
}

function* sheetOf(project: Project, key: string): Generator<Fact> {
  const about = plain(project.title)
  const part = (name: string, value: string | undefined, kind: FactKind = 'sheet'): Fact[] =>
    value === undefined || value === '' ? [] : [{ kind, key: `${key}/${name}`, value: plain(value), about }]
  yield { kind: 'sheet', key, value: `${plain(project.pillar)}/${plain(project.initiative)}`, about }
  yield* part('participants', [...project.participants].sort().join(',') + (project.allMunicipalities ? '*' : ''))
  yield* part('purpose', project.purpose)
  yield* part('activities', project.activities?.join('|'))
  yield* part('schedule', project.schedule?.map((s) => `${s.fiscalYear}=${s.label}`).join('|'))
  yield* part('sdgs', project.sdgs?.join(','))
  for (const role of project.roles ?? []) yield* part(`role ${plain(role.party)}`, role.items.join('|'))
  // A measure counts as printed: name, baseline and target must all agree.
  for (const i of project.indicators ?? []) {
    yield* part(`indicator ${plain(i.name)}`, `${i.baseline?.text ?? ''}|${i.target?.text ?? ''}`, 'indicator')
  }
  yield* budgetOf(project, key)
}

/** A mark is one cell of a grid that holds one; blank cells are none, so an empty grid scores nothing. */
function* gridsOf(vision: Vision): Generator<Fact> {
  for (const row of vision.participationGrids.flatMap((g) => g.rows)) {
    const about = plain(row.project)
    const key = `grid/${about}`
    const place = [row.pillar, row.initiative, row.number, row.page].map(plain).join('/')
    yield { kind: 'grid-row', key, value: `${place}=${[...row.participants].sort().join(',')}`, about }
    for (const { municipality, mark } of row.marks) {
      yield { kind: 'mark', key: `${key}/${municipality}`, value: mark, about }
    }
  }
}

function* headOf(v: Vision): Generator<Fact> {
  const head = (key: string, value: string | number | undefined): Fact[] =>
    value === undefined || value === '' ? [] : [{ kind: 'head', key, value: plain(String(value)) }]
  yield* head('type', v.type)
  yield* head('title', v.title)
  yield* head('volume', v.volume)
  yield* head('term', v.term)
  yield* head('revision', `${v.revision.status} ${v.revision.label ?? ''} ${v.revision.excerpt}`)
  yield* head('date', v.revision.date?.edtf)
  yield* head('issuer', v.issuer)
  yield* head('declaredProjectCount', v.declaredProjectCount)
  yield* head('municipalities', v.participationGrids[0]?.municipalities.join(','))
  for (const i of v.initiatives ?? [])
    yield* head(`initiative ${plain(i.title)}`, `${i.pillar ?? ''}/${i.description ?? ''}`)
}

/** An indicator that belongs to no project: what it belongs to, where its values come from and all of them must agree. */
function* regionOf({ indicators = [] }: Vision): Generator<Fact> {
  for (const i of indicators) {
    const values = [i.baseline, ...(i.milestones ?? []), i.target].map((m) => m?.text ?? '').join('|')
    const key = `region/${plain(i.name)}`
    yield { kind: 'indicator', key, value: `${plain(i.pillar)}/${plain(i.source)}=${plain(values)}` }
  }
}

export function visionFacts(vision: Vision): Fact[] {
  return [
    ...headOf(vision),
    ...gridsOf(vision),
    ...regionOf(vision),
    ...vision.projects.flatMap((p) => [...sheetOf(p, plain(p.title))]),
    ...(vision.interRegionProjects ?? []).flatMap((p) => [...sheetOf(p, `inter-region ${plain(p.title)}`)]),
  ]
}
