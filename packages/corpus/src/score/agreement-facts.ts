import type { Agreement, Article, Initiative, Item, TableSection } from '@kyoyaku/core'
import { type Fact, plain } from './fact.ts'

/**
 * A clause is a provision that can be cited by itself: an article with its caption, a paragraph with its text, an item with
 * its text. Its key is the path of printed labels, so an item under the wrong parent is wrong. Strict: the whole text
 * must agree (the strict matching of SemEval-2013 task 9.1, Segura-Bedmar et al. 2013, applied to provisions).
 */
function* clausesOf(articles: readonly Article[], prefix: string): Generator<Fact> {
  for (const article of articles) {
    const at = `${prefix}${article.number}`
    yield { kind: 'clause', key: at, value: plain(article.caption) }
    for (const paragraph of article.paragraphs) {
      const path = `${at}/${paragraph.number}`
      yield { kind: 'clause', key: path, value: plain(paragraph.text) }
      yield* itemsOf(paragraph.items ?? [], path)
    }
  }
}

function* itemsOf(items: readonly Item[], path: string): Generator<Fact> {
  for (const item of items) {
    const at = `${path}/${plain(item.title)}`
    yield { kind: 'clause', key: at, value: plain(item.text) }
    yield* itemsOf(item.items ?? [], at)
  }
}

/** A role row is an initiative with all that its row says; every cell must agree for the row to count. */
function rowOf(initiative: Initiative, path: readonly string[]): Fact {
  const cells = [
    plain(initiative.number),
    plain(initiative.description),
    ...initiative.roles.map((r) => `${plain(r.party)}=${plain(r.text)}`),
  ]
  return {
    kind: 'role-row',
    key: [...path, initiative.title].map(plain).join('/'),
    value: cells.join('|'),
    about: plain(initiative.title),
  }
}

function* rowsOf(sections: readonly TableSection[], path: readonly string[]): Generator<Fact> {
  for (const section of sections) {
    const under = [...path, section.title]
    for (const initiative of section.initiatives) yield rowOf(initiative, under)
    yield* rowsOf(section.sections ?? [], under)
  }
}

function* headOf(a: Agreement): Generator<Fact> {
  const head = (key: string, value: string | undefined): Fact[] =>
    value === undefined || value === '' ? [] : [{ kind: 'head', key, value: plain(value) }]
  yield* head('type', a.type)
  yield* head('title', a.title)
  yield* head('status', a.status)
  yield* head('concludedOn', a.concludedOn?.edtf)
  yield* head('preamble', a.preamble)
  yield* head('region', a.region && `${a.region.symbol ?? ''}=${a.region.name ?? ''}`)
  yield* head('closing', a.closing)
  for (const p of a.parties) yield* head(`party ${p.name}`, `${p.symbol}${p.placeholder ? '?' : ''}`)
  for (const s of a.signatories ?? []) {
    yield* head(`signatory ${s.organization}`, [s.symbol, s.address, s.office, s.name].map(plain).join('|'))
  }
  for (const b of a.legalBasis) yield* head(`basis ${b.law}`, `${b.lawNumber ?? ''} ${b.article} ${b.paragraph ?? ''}`)
  for (const t of a.appendedTables) yield* head(`table ${t.title}`, t.relatesTo.join(','))
}

export function agreementFacts(agreement: Agreement): Fact[] {
  return [
    ...headOf(agreement),
    ...clausesOf(agreement.articles, ''),
    ...clausesOf(agreement.supplementary ?? [], '附則'),
    ...agreement.appendedTables.flatMap((t) => [...rowsOf(t.sections, [t.title])]),
    ...(agreement.initiatives ?? []).map((i) => rowOf(i, i.path ?? [])),
  ]
}
