import type { Agreement, Article, Vision } from '@kyoyaku/core'
import type { Random } from '../random.ts'
import { numeral } from '../vocabulary/numerals.ts'
import { type AgreementModel, drawAgreement } from './agreement-model.ts'
import { drawArticles } from './articles.ts'
import { printAmount } from './budget.ts'
import { drawVision, type VisionModel } from './vision-model.ts'

/** What a revision did to one article, initiative or project; `old` and `new` are numbers of articles, titles of the others. */
export interface RevisionStep {
  old?: string
  new?: string
  status: 'unchanged' | 'changed' | 'added' | 'deleted'
  renumbered: boolean
  moved: boolean
  edited: boolean
}

/** A document, what became of it, and what was done. */
export interface RevisionPair<M> {
  old: M
  new: M
  articles: RevisionStep[]
  initiatives: RevisionStep[]
  projects: RevisionStep[]
}

const step = (how: Partial<RevisionStep>): RevisionStep => {
  const { old, new: now, renumbered = false, moved = false, edited = false } = how
  const status =
    old === undefined
      ? 'added'
      : now === undefined
        ? 'deleted'
        : renumbered || moved || edited
          ? 'changed'
          : 'unchanged'
  return { ...how, status, renumbered, moved, edited }
}

const amendments: readonly (readonly [RegExp, string])[] = [
  [/協議して定める/u, '協議の上、別に定める'],
  [/連携して/u, '相互に連携して'],
  [/毎年度１回以上/u, '毎年度２回以上'],
  [/取りまとめて/u, '集計して'],
  [/相互に通知する/u, '書面で相互に通知する'],
  [/害することのない/u, '不当に害することのない'],
  [/２年を経過した/u, '１年を経過した'],
  [/共有する。/u, '共有するものとする。'],
  [/協力する。/u, '協力するものとする。'],
]

/** The text with the first amendment that fits it; undefined where none does. */
function amended(text: string): string | undefined {
  const found = amendments.find(([pattern]) => pattern.test(text))
  return found && text.replace(found[0], found[1])
}

function edit(article: Article): boolean {
  for (const paragraph of article.paragraphs) {
    const text = amended(paragraph.text)
    if (text === undefined) continue
    paragraph.text = text
    return true
  }
  return false
}

interface Kept {
  article: Article
  old?: string
  edited: boolean
  moved: boolean
}

/** Articles that say 前条 or 次条 of their neighbours, or are named by others, stay where they are and what they are. */
const isTied = (article: Article): boolean =>
  Number(article.number) <= 3 || article.paragraphs.some((p) => /[前次]条/u.test(p.text))

/** Some articles edited, one deleted, one added, one moved; those after are renumbered. */
function reviseArticles(
  random: Random,
  old: readonly Article[],
  numerals: AgreementModel['style']['numerals'],
  added: Article,
): { articles: Article[]; steps: RevisionStep[] } {
  const kept: Kept[] = structuredClone(old as Article[]).map((article) => {
    const edited = random.chance(0.3) && edit(article)
    return { article, old: article.number, edited, moved: false }
  })
  const free = (): number[] => kept.flatMap((k, i) => (k.old !== undefined && !isTied(k.article) ? [i] : []))
  const gone: RevisionStep[] = []
  if (random.chance(0.6) && free().length > 2) {
    const [out] = kept.splice(random.pick(free()), 1)
    if (out?.old !== undefined) gone.push(step({ old: out.old }))
  }
  if (random.chance(0.3) && free().length > 3) {
    const [from] = random.sample(free(), 1)
    const [item] = kept.splice(from as number, 1)
    // At least two places on: a swap of neighbours is as well the move of the other.
    if (item) {
      const to = (from as number) + 2 <= kept.length ? kept.length : (from as number)
      item.moved = to !== from
      kept.splice(to, 0, item)
    }
  }
  if (random.chance(0.6))
    kept.splice(random.int(4, Math.max(4, kept.length)), 0, {
      article: structuredClone(added),
      edited: false,
      moved: false,
    })
  const steps = kept.map(({ article, old: was, edited, moved }, i) => {
    article.number = String(i + 1)
    article.title = `第${numeral(i + 1, numerals)}条`
    return was === undefined
      ? step({ new: article.number })
      : step({ old: was, new: article.number, renumbered: was !== article.number, moved, edited })
  })
  return { articles: kept.map((k) => k.article), steps: [...steps, ...gone] }
}

/** Role texts of some initiatives edited. */
function reviseInitiatives(random: Random, agreement: Agreement): RevisionStep[] {
  return agreement.appendedTables
    .flatMap((t) => t.sections.flatMap((s) => s.initiatives))
    .map((initiative) => {
      const role = random.chance(0.2) ? random.pick(initiative.roles) : undefined
      if (role) role.text = role.text.replace(/。$/u, 'とともに、その結果を公表する。')
      return step({ old: initiative.title, new: initiative.title, edited: role !== undefined })
    })
}

/** An agreement before and after a change, with what was done to each of its articles and initiatives. */
export function reviseAgreement(random: Random): RevisionPair<AgreementModel> {
  const old = drawAgreement(random, { roleForm: random.pick(['columns', 'section-rows', 'labelled']) })
  old.truth = old.truth.slice(0, 1)
  const revised = structuredClone(old)
  const agreement = revised.truth[0] as Agreement
  const first = old.truth[0] as Agreement
  const words = {
    wording: old.style.wording,
    numerals: old.style.numerals,
    region: { prefecture: '', name: '', members: first.parties.map((p) => p.name) },
    all: '当事者',
    captions: old.style.captions !== 'none',
    itemForm: '(1)',
    subItemForm: 'ア',
  } as const
  const known = new Set(first.articles.map((a) => a.paragraphs[0]?.text.slice(-12)))
  const candidates = drawArticles(random, words, {
    table: undefined,
    more: 9,
    purpose: `この${old.style.wording.kind}`,
  }).slice(1)
  const added =
    candidates.find((a) => !known.has(a.paragraphs[0]?.text.slice(-12)) && !isTied({ ...a, number: '9' })) ??
    (candidates[0] as Article)
  const { articles, steps } = reviseArticles(random, first.articles, old.style.numerals, added)
  agreement.articles = articles
  return { old, new: revised, articles: steps, initiatives: reviseInitiatives(random, agreement), projects: [] }
}

/** A vision and its next revision: participants joined or left, sums changed, projects renamed, added or given up. */
export function reviseVision(random: Random): RevisionPair<VisionModel> {
  const old = drawVision(random)
  const revised = structuredClone(old)
  const vision = revised.truth[0] as Vision
  const form = old.style.sheet.budget
  const projects = vision.projects.flatMap((project, i): RevisionStep[] => {
    if (i > 0 && random.chance(0.08)) return [step({ old: project.title })]
    const before = project.title
    let edited = false
    const year = project.budget?.years[0]
    const total = project.budget?.total
    if (random.chance(0.3) && year?.yen && total?.yen) {
      const more = year.yen
      year.text = printAmount((year.yen + more) / unitWorth[form.unit], form)
      year.yen += more
      total.text = printAmount((total.yen + more) / unitWorth[form.unit], form)
      total.yen += more
      edited = true
    }
    if (random.chance(0.15)) {
      project.title = `${project.title}（拡充）`
      for (const row of vision.participationGrids.flatMap((g) => g.rows)) {
        if (row.project === before) row.project = project.title
      }
      edited = true
    }
    return [step({ old: before, new: project.title, edited })]
  })
  const gone = new Set(projects.filter((p) => p.new === undefined).map((p) => p.old))
  vision.projects = vision.projects.filter((p) => !gone.has(p.title))
  for (const grid of vision.participationGrids) grid.rows = grid.rows.filter((r) => !gone.has(r.project))
  vision.declaredProjectCount = vision.participationGrids.flatMap((g) => g.rows).length
  return { old, new: revised, articles: [], initiatives: [], projects }
}

const unitWorth = { 千円: 1_000, 百万円: 1_000_000, 円: 1 } as const
