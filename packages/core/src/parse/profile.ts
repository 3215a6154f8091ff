import type { Block, Line } from '../layout/block.ts'
import { readMunicipalities } from '../municipality/municipality-name.ts'
import type { Profile } from '../schema/outline.ts'
import { join } from '../text/clean.ts'
import { readDate, readFiscalYears } from '../text/era-date.ts'
import { fold } from '../text/fold.ts'
import { slice, type Text } from '../text/text.ts'
import { type Context, locate } from './context.ts'
import { headedText } from './provisions/headed-text.ts'
import { rowLabelOf } from './role-table/row-label.ts'

/** Names of regions end so. */
const regionEnd = '(?:連携中枢都市圏|定住自立圏|広域都市圏|連携都市圏域|連携都市圏|都市圏|圏域)'
const letters = '[\\p{Script=Han}\\p{Script=Katakana}ー々ヶ]'
const regionName = new RegExp(`${letters}{1,20}?${regionEnd}`, 'gu')
/** X市を中心とするY圏域, X市を中心市とするY定住自立圏. */
const centred = new RegExp(
  `(?<core>${letters}{1,12}?[市町村])を(?:中心(?:市|都市)?|連携中枢都市|中心とする圏域)と(?:する|した|し)、?(?<name>${letters}{1,24}?${regionEnd})(?!${letters})`,
  'u',
)
/** 7市3町(A市・B市…): a list whose length its heading gives. */
const memberList =
  /(?:(?<cities>[0-9]{1,2})市)?(?:(?<towns>[0-9]{1,2})町)?(?:(?<villages>[0-9]{1,2})村)? ?[(:](?<list>[^()]{5,400})\)?/gu
/** The region consists of …. */
const composition = /(?:構成(?:される|されて|する|市町)|から(?:なる|成る)|で形成)/u
const term = /第([0-9]{1,2})[期次]/u
const updated = /(?:最終)?更新日 ?:? ?/u
const updatedAfter = /^ ?(?:更新|掲載)/u
/** Words of a site's frame above the title of a page. */
const navigation = /スキップ|メニュー|現在地|パンくず|トップページ|ホーム|本文(?:へ|ここから)|ページの先頭|[>＞]/u
/** What pillars of a region aim at. */
const aim = /(?:けん引|牽引|集積|強化|向上|充実|促進|振興|整備|推進)/u
const contact = /問い?合わせ|担当(?:課|部署)|連絡先/u

/** A name that begins a line is looked for in this much of it. */
const longestLead = 12

interface Reading {
  line: Line
  folded: string
}

const municipalitiesIn = (folded: string): string[] =>
  readMunicipalities(folded).map((r) => folded.slice(r.start, r.end))

/** A heading above a sentence is no part of the name that the sentence begins with. */
const bareName = (folded: string): string => {
  const last = readMunicipalities(folded).at(-1)
  return last?.end === folded.length ? folded.slice(last.start) : folded
}

function memberNames(lines: readonly Reading[], sentences: readonly string[]): string[] {
  let best: string[] = []
  for (const { folded } of lines) {
    for (const match of folded.matchAll(memberList)) {
      const { cities, towns, villages, list = '' } = match.groups ?? {}
      const names = municipalitiesIn(list)
      const told = [cities, towns, villages].reduce((n, x) => n + Number(x ?? 0), 0)
      if (told > 0 && names.length === told) return names
      if (names.length > best.length) best = names
    }
  }
  const composed = sentences.find((s) => composition.test(s))
  const listed = composed ? [...new Set(municipalitiesIn(composed))] : []
  return listed.length > best.length ? listed : best
}

/** The region that most of the text speaks of; generic uses (a bare 連携中枢都市圏) do not count. */
function mostNamed(lines: readonly Reading[], others: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>()
  for (const { folded } of lines) {
    for (const [name] of folded.matchAll(regionName)) {
      if (new RegExp(`^(?:本|当|同|各|他|近隣|全国|地方|新たな)?${regionEnd}$`, 'u').test(name) || others.has(name))
        continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0]
}

/** The municipality that publishes the page: the one its contact stands under, else the first one that begins a line. */
function issuerOf(lines: readonly Reading[]): { name: string; text: Text } | undefined {
  const from = Math.max(
    0,
    lines.findLastIndex(({ folded }) => contact.test(folded) && folded.length < 30),
  )
  for (const { line, folded } of [...lines.slice(from), ...lines]) {
    const [first] = readMunicipalities(folded.slice(0, longestLead))
    const name = first?.start === 0 ? first.name : undefined
    if (name && !/^[をはがにのとへで、]/u.test(folded.slice(name.length)))
      return { name, text: slice(line.text, 0, name.length) }
  }
  return undefined
}

/** Sentences of the page, each with its lines joined: a line that ends no sentence goes on in the next one without a gap. */
function sentencesOf(lines: readonly Line[]): Text[] {
  const sentences: Text[][] = []
  let open = false
  for (const line of lines) {
    if (open && line.gap === 0) sentences.at(-1)?.push(line.text)
    else sentences.push([line.text])
    open = !/。$/u.test(line.folded)
  }
  return sentences.map(join)
}

/** A municipality's page about its region: who belongs to it, since when, by which visions. Its text stays in `sections`. */
export function parseProfile(context: Context, blocks: readonly Block[]): Profile {
  const lines = blocks.flatMap((b): Reading[] => (b.kind === 'line' ? [{ line: b, folded: b.folded }] : []))
  const sentences = sentencesOf(lines.map((l) => l.line))
  const others: Profile['otherRegions'] = []
  for (const sentence of sentences) {
    const folded = fold(sentence.value)
    const match = centred.exec(folded)
    if (!match?.groups || !/にも?(?:参加|属|加入)/u.test(folded.slice(match.index))) continue
    const members = municipalitiesIn(
      folded
        .slice(0, match.index)
        .replace(/^[ ※・•*]+/u, '')
        .replace(/は、?$/u, ''),
    )
    others.push({
      name: match.groups.name as string,
      coreMunicipality: bareName(match.groups.core as string),
      members,
      at: locate(context, sentence),
    })
  }
  const issuer = issuerOf(lines)
  const texts = sentences.map((s) => fold(s.value))
  const own = texts.map((t) => centred.exec(t)?.groups).find((g) => g && !others.some((o) => o.name === g.name))
  const first = lines.find(({ folded }) => !navigation.test(folded)) ?? lines[0]
  const profile: Profile = {
    type: 'profile',
    title: first ? first.line.text.value : '',
    ...(issuer ? { issuer: issuer.name } : {}),
    region: {
      name: own?.name ?? mostNamed(lines, new Set(others.map((o) => o.name))) ?? '',
      coreMunicipality: own?.core === undefined ? (issuer?.name ?? '') : bareName(own.core),
      members: memberNames(lines, texts),
    },
    otherRegions: others,
    visionTerms: termsOf(context, lines),
    pillars: pillarsOf(lines),
    where: {
      ...(first ? { title: locate(context, first.line.text) } : {}),
      ...(issuer ? { issuer: locate(context, issuer.text) } : {}),
    },
  }
  for (const { line, folded } of lines) {
    const label = updated.exec(folded)
    const from = label ? label.index + label[0].length : 0
    const date = readDate(folded.slice(from))
    if (!date || !(label || updatedAfter.test(folded.slice(date.end)))) continue
    const start = from + date.start
    const text = slice(line.text, start, start + date.end - date.start)
    profile.updatedOn = { text: text.value, edtf: date.edtf, at: locate(context, text) }
    break
  }
  // A chronicle has a line for each date: 平成２１年７月１４日　定住自立圏形成協定の締結.
  const concluded = [...lines.map((l) => l.line.text), ...sentences].find(
    (s) =>
      /締結しました|締結した|を締結|(?:協約|協定)の締結(?!に)/u.test(s.value) &&
      /協約|協定/u.test(s.value) &&
      readDate(fold(s.value)),
  )
  const date = concluded ? readDate(fold(concluded.value)) : undefined
  if (concluded && date) {
    const text = slice(concluded, date.start, date.end)
    profile.agreementsConcludedOn = { text: text.value, edtf: date.edtf, at: locate(context, text) }
  }
  profile.sections = headedText(context, blocks)
  return profile
}

function termsOf(context: Context, lines: readonly Reading[]): Profile['visionTerms'] {
  return lines.flatMap(({ line, folded }) => {
    const n = term.exec(folded)
    const years = n ? readFiscalYears(folded).find((y) => y.start > n.index && y.to !== undefined) : undefined
    return n && years?.to !== undefined
      ? [{ term: Number(n[1]), from: years.from, to: years.to, at: locate(context, line.text) }]
      : []
  })
}

/** The numbered headings under what the region undertakes: 1. …, 2. …, 3. … with their explanations between them. */
function pillarsOf(lines: readonly Reading[]): string[] {
  const start = lines.findIndex(
    ({ folded }) =>
      folded.length <= 20 &&
      /^(?:連携する取組|取組|取り組み|主な取組|役割|ビジョンの柱|.{0,8}の柱|.{0,10}取組(?:内容|の内容)?)$/u.test(
        folded,
      ),
  )
  const pillars: string[] = []
  let form: string | undefined
  for (const { line, folded } of start < 0 ? lines : lines.slice(start)) {
    const label = rowLabelOf(folded)
    if (!label || label.ordinal !== pillars.length + 1 || (form !== undefined && label.form !== form)) continue
    if (/。$/u.test(folded) || folded.length > 40) continue
    form = label.form
    pillars.push(slice(line.text, label.textStart).value)
  }
  const named = start >= 0 || pillars.filter((p) => aim.test(p)).length * 2 > pillars.length
  return pillars.length > 1 && named ? pillars : []
}
