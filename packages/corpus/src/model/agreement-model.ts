import type { Agreement, Article, Item, TableSection } from '@kyoyaku/core'
import type { Random } from '../random.ts'
import { type CalendarDay, type DateForm, drawDay, edtfOf } from '../vocabulary/dates.ts'
import { type LabelForm, label, type NumeralForm, numeral } from '../vocabulary/numerals.ts'
import { drawRegion, type RegionModel } from '../vocabulary/region.ts'
import { describe, roleOf, type Wording, withComma } from '../vocabulary/sentences.ts'
import { pillarNames, type Theme, themes } from '../vocabulary/themes.ts'
import { type ArticleWords, drawArticles } from './articles.ts'

/** How the 別表 or the article with the roles looks. */
export type RoleForm =
  /** 取組 | 取組内容 | 甲の役割 | 乙の役割, a table a section. */
  | 'columns'
  /** The same, a section in a row across one table. */
  | 'section-rows'
  /** The same, a section in a cell down the left of one table. */
  | 'section-cells'
  /** The labels in cells of their own rows; the title is a row. */
  | 'labelled'
  /** The same, title and 取組内容 in one cell. */
  | 'labelled-titles'
  /** A heading and a table of one row an initiative. */
  | 'one-row'
  /** Items of an article. */
  | 'items'

export interface PartyModel {
  symbol: string
  name: string
  placeholder: boolean
  address: string
  head: string
}

export interface AgreementStyle {
  wording: Wording
  numerals: NumeralForm
  dates: DateForm
  itemForms: readonly LabelForm[]
  sectionForm: LabelForm
  initiativeForm: LabelForm | undefined
  captions: 'above' | 'inline' | 'none'
  roleForm: RoleForm
  cover: boolean
  parties: readonly PartyModel[]
  headed: { description: string; role: string; initiative: string }
}

/** A 連携協約 or 協定 with all that it says; `truth` is what a reader should find. */
export interface AgreementModel {
  kind: 'agreement'
  truth: Agreement[]
  style: AgreementStyle
  day: CalendarDay | undefined
}

const symbols = ['甲', '乙', '丙', '丁']
const surnames = ['青木', '大森', '白石', '川口', '野村', '星野', '早瀬', '宮原']
const givenNames = ['健一', '和子', '誠', '由美', '隆', '直樹', '恵', '茂']
const streets = ['中央一丁目', '本町二丁目', '元町', '栄町三丁目', '大手町']

function drawParties(
  random: Random,
  region: RegionModel,
  how: 'symbols' | 'both' | 'named',
  count: number,
): PartyModel[] {
  const partners = random.sample(region.members.slice(1), count - 1)
  const names = [region.members[0] as string, ...partners]
  const placeholder = how === 'symbols' && count === 2 && random.chance(0.12)
  return names.map((name, i) => {
    const open = placeholder && i === 1
    const shown = open ? '○○市町' : name
    return {
      symbol: how === 'symbols' ? (symbols[i] as string) : how === 'both' ? bothWord(names) : shown,
      name: shown,
      placeholder: open,
      address: open
        ? '○○市町○番○号'
        : `${region.prefecture}${name}${random.pick(streets)}${numeral(random.int(1, 30), 'full')}番${numeral(random.int(1, 20), 'full')}号`,
      head: open ? '' : `${random.pick(surnames)}　${random.pick(givenNames)}`,
    }
  })
}

const bothWord = (names: readonly string[]): string => {
  const kinds = new Set(names.map((n) => n.at(-1)))
  return kinds.size > 1 ? '両市町' : kinds.has('市') ? '両市' : kinds.has('町') ? '両町' : '両村'
}

/** 甲、乙及び丙 */
const listed = (names: readonly string[], last = '及び', comma = '、'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(comma)}${last}${names.at(-1)}`

const itemForms: readonly (readonly LabelForm[])[] = [
  ['(1)', 'ア', '(ア)', 'a', '(a)'],
  ['（１）', 'ア', '（ア）', 'ａ', '(a)'],
  ['⑴', 'ア', '(ア)', 'a', '(a)'],
  ['(1)', 'a', '(a)', 'i', '①'],
]

export function symbolsOf(parties: readonly PartyModel[]): string[] {
  return [...new Set(parties.map((p) => p.symbol))]
}

interface Drawn {
  random: Random
  style: AgreementStyle
  region: RegionModel
}

function rolesFor({ random, style }: Drawn, theme: Theme, echo: boolean): { party: string; text: string }[] {
  const all = symbolsOf(style.parties)
  return all.map((me, i) => ({
    party: me,
    text: roleOf(random, theme, style.wording, {
      me,
      others:
        all.length === 1
          ? '関係機関'
          : listed(
              all.filter((s) => s !== me),
              '及び',
              style.wording.comma,
            ),
      leading: i === 0,
      echo,
    }),
  }))
}

function drawSections(drawn: Drawn): TableSection[] {
  const { random, style } = drawn
  const wording = random.int(0, 2) as 0 | 1 | 2
  const echo = style.roleForm === 'labelled-titles' || random.chance(0.2)
  const sections: TableSection[] = []
  for (const pillar of [0, 1, 2] as const) {
    const chosen = random.sample(
      themes.filter((t) => t.pillar === pillar),
      random.int(pillar === 1 ? 0 : 1, 4),
    )
    if (chosen.length === 0) continue
    sections.push({
      number: label(style.sectionForm, sections.length + 1),
      title: (pillarNames[wording] as readonly string[])[pillar] as string,
      initiatives: chosen.map((theme, i) => ({
        ...(style.initiativeForm ? { number: label(style.initiativeForm, i + 1) } : {}),
        title: theme.title,
        description: describe(random, theme, style.wording),
        roles: rolesFor(drawn, theme, echo),
      })),
    })
  }
  return sections
}

/** (1) pillar, ア initiative, (ア) 取組の内容 and roles; the labels name what stands in their items. */
function roleItems(sections: readonly TableSection[], style: AgreementStyle): Item[] {
  const form = (depth: number, n: number) => {
    const title = label(style.itemForms[depth] as LabelForm, n)
    return { number: String(n), title }
  }
  return sections.map((section, s) => ({
    ...form(0, s + 1),
    text: section.title,
    items: section.initiatives.map((initiative, i) => ({
      ...form(1, i + 1),
      text: initiative.title,
      items: [
        { ...form(2, 1), text: '取組の内容', body: initiative.description ?? '' },
        ...initiative.roles.map((role, r) => ({ ...form(2, r + 2), text: `${role.party}の役割`, body: role.text })),
      ].map(({ body, ...item }) => ({ ...item, text: `${item.text}\n${body}` })),
    })),
  }))
}

function preambleOf({ style, region }: Drawn, basis: boolean): string {
  const { parties, wording } = style
  const named = parties.every((p) => p.symbol === p.name)
  const both = new Set(parties.map((p) => p.symbol)).size === 1
  const who = both
    ? `${listed(parties.map((p) => p.name))}（以下「${parties[0]?.symbol}」という。）`
    : listed(parties.map((p) => (named ? p.name : `${p.name}（以下「${p.symbol}」という。）`)))
  const where = `${region.name}圏域（以下「圏域」という。）`
  const law = basis ? '地方自治法（昭和２２年法律第６７号）第２５２条の２第１項の規定により、' : ''
  return withComma(`${who}は、${where}を形成するため、${law}次のとおり${wording.kind}を締結する。`, wording)
}

function secondDocument(random: Random, first: Agreement, words: ArticleWords): Agreement {
  const title = `${words.region.name}圏域${words.wording.kind === '協定' ? '協定' : '連携協約'}の実施に関する細目協定`
  const preamble = withComma(
    `${words.all}は、${first.title}の実施に関し、次のとおり細目協定を締結する。`,
    words.wording,
  )
  const articles = drawArticles(random, words, { table: undefined, more: random.int(2, 4), purpose: 'この細目協定' })
  // Parties without symbols are named anew, and so are known again.
  const parties = first.parties.filter((p) => p.symbol === p.name)
  return { ...emptyAgreement(title), parties, preamble, articles }
}

const emptyAgreement = (title: string): Agreement => ({
  type: 'agreement',
  title,
  status: 'concluded',
  parties: [],
  legalBasis: [],
  articles: [],
  references: [],
  appendedTables: [],
})

export interface AgreementWanted {
  roleForm?: RoleForm
  /** A document of few pages: no cover, no second document. */
  brief?: boolean
}

/** An agreement that no two seeds share. */
export function drawAgreement(random: Random, wanted: AgreementWanted = {}): AgreementModel {
  const region = drawRegion(random, random.int(4, 9))
  const how = random.pick(['symbols', 'symbols', 'symbols', 'both', 'named'] as const)
  const count = how === 'symbols' ? random.pick([2, 2, 2, 3, 4]) : 2
  const kind = random.chance(0.7) ? '連携協約' : '協定'
  const wording: Wording = { comma: random.chance(0.25) ? '，' : '、', kind }
  const drawnForm = random.pick([
    'columns',
    'columns',
    'section-rows',
    'section-cells',
    'labelled',
    'labelled-titles',
    'one-row',
    'items',
  ] as const)
  const roleForm = wanted.roleForm ?? drawnForm
  const parties = drawParties(random, region, how, count)
  const style: AgreementStyle = {
    wording,
    numerals: random.pick(['full', 'full', 'half', 'kanji']),
    dates: random.pick(['full', 'half', 'kanji']),
    itemForms: random.pick(itemForms),
    sectionForm: random.pick(['Ⅰ', '１', '1.']),
    initiativeForm: roleForm === 'one-row' ? '(1)' : random.chance(0.5) ? 'ア' : undefined,
    captions: random.pick(['above', 'above', 'above', 'inline', 'none']),
    roleForm,
    cover: random.chance(0.25) && !wanted.brief,
    parties,
    headed: {
      description: random.pick(['取組内容', '取組の内容', '内容']),
      role: random.pick(['の役割', 'の役割', 'の役割分担']),
      initiative: random.pick(['取組', '取組名', '取組事項']),
    },
  }
  const drawn: Drawn = { random, style, region }
  const sections = drawSections(drawn)
  const all = symbolsOf(parties)
  const words: ArticleWords = {
    wording,
    numerals: style.numerals,
    region,
    all: listed(all, '及び', wording.comma),
    captions: style.captions !== 'none',
    itemForm: style.itemForms[0] as LabelForm,
    subItemForm: style.itemForms[1] as LabelForm,
  }
  const inArticles = roleForm === 'items'
  const articles: Article[] = drawArticles(random, words, {
    table: inArticles ? 'items' : '別表',
    more: random.int(2, 7),
    purpose: `この${wording.kind}`,
  })
  const draft = parties.some((p) => p.placeholder) || random.chance(0.15)
  const day = drawDay(random)
  if (draft) delete day.day
  const basis = kind === '連携協約' && random.chance(0.8)
  const closing = withComma(
    `この${kind}の締結を証するため、本書${numeral(parties.length, 'full')}通を作成し、${words.all}が記名押印の上、各自その１通を保有する。`,
    wording,
  )
  const hasSignatures = random.chance(0.75)
  const roleArticle = articles.findIndex((a) => (a.caption === undefined ? false : a.caption.includes('役割')))
  const roleIndex = roleArticle >= 0 ? roleArticle : 2
  const first: Agreement = {
    ...emptyAgreement(`${region.name}圏域の形成に係る${kind}`),
    status: draft ? 'draft' : 'concluded',
    concludedOn: { text: '', edtf: edtfOf(day) },
    parties: parties.map(({ symbol, name, placeholder }) => ({
      symbol,
      name,
      ...(placeholder ? { placeholder } : {}),
    })),
    region: { symbol: '圏域', name: `${region.name}圏域` },
    legalBasis: basis
      ? [{ law: '地方自治法', lawNumber: '昭和２２年法律第６７号', article: '252_2', paragraph: 1 }]
      : [],
    preamble: preambleOf(drawn, basis),
    articles,
    appendedTables: inArticles ? [] : [{ title: '別表', relatesTo: [articles[roleIndex]?.number ?? '3'], sections }],
    ...(inArticles
      ? {
          initiatives: sections.flatMap((s) =>
            s.initiatives.map(({ number: _, ...i }, n) => ({
              number: label(style.itemForms[1] as LabelForm, n + 1),
              ...i,
              path: [s.title],
            })),
          ),
        }
      : {}),
    ...(hasSignatures ? { closing } : {}),
    ...(hasSignatures
      ? {
          signatories: parties.map((p) => ({
            ...(p.symbol === p.name || all.length === 1 ? {} : { symbol: p.symbol }),
            address: p.address,
            organization: p.name,
            office: `${p.name}長`,
            ...(p.head ? { name: p.head } : {}),
          })),
        }
      : {}),
    ...(random.chance(0.3)
      ? {
          supplementary: [
            {
              number: '附則',
              title: '附則',
              paragraphs: [{ number: 1, text: withComma(`この${kind}は、締結の日から効力を生ずる。`, wording) }],
            },
          ],
        }
      : {}),
  }
  const second = random.chance(0.15) && !wanted.brief ? [secondDocument(random, first, words)] : []
  if (inArticles) setRoleItems(first, sections, style, roleIndex)
  return { kind: 'agreement', truth: [first, ...second], style, day }
}

function setRoleItems(agreement: Agreement, sections: TableSection[], style: AgreementStyle, index: number): void {
  const paragraph = agreement.articles[index]?.paragraphs[0]
  if (paragraph) paragraph.items = roleItems(sections, style)
}
