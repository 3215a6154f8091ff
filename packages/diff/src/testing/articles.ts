import type { Agreement, Article, Item, Paragraph, ParseResult } from '@kyoyaku/core'
import { below, pick, randomOf } from './random.ts'

const who = [
  '甲',
  '乙',
  '甲及び乙',
  '甲の市長',
  '乙の町長',
  '圏域の住民',
  '連絡会議',
  '幹事会',
  '事務局',
  '関係する団体',
]
const what = [
  '救急医療の体制',
  '図書館の相互利用',
  '鳥獣の被害',
  '観光の周遊',
  '創業の支援',
  '路線バスの運行',
  '水道の施設',
  '消防の訓練',
  '移住の相談',
  '公文書の保存',
  '職員の研修',
  '林道の維持',
  '地場産品の販路',
  '子育ての支援',
  '介護の人材',
  '河川の清掃',
  '文化財の調査',
  '防災の備蓄',
  '情報の基盤',
  '農地の集積',
  '学校給食の食材',
  '空き家の活用',
  '病児の保育',
  '斎場の利用',
  '廃棄物の処理',
  '山岳の遭難',
  '体育の施設',
  '用水の配分',
  '雪害の対策',
  '統計の作成',
]
const how = [
  '予算の範囲内において',
  '毎年度',
  '協議の上',
  '速やかに',
  '必要に応じて',
  '相互に連携して',
  '計画に基づき',
  '台帳により',
  '住民の意見を聴いて',
  '書面により',
  '前年度の実績を踏まえ',
  '専門の機関に委託して',
  '指針に従い',
  '共同して',
  '年２回以上',
]
const does = [
  'を推進する',
  'を整備する',
  'に要する費用を負担する',
  'について報告する',
  'を見直す',
  'を公表する',
  'に協力する',
  'の状況を確認する',
  'を調整する',
  'の方法を定める',
  'を記録する',
  'を検証する',
  'に参画する',
  'を周知する',
  'の改善を図る',
]

function sentence(random: () => number): string {
  const one = (): string =>
    `${pick(random, how)}、${pick(random, what)}${pick(random, does).replace(/る$/u, 'り').replace(/すり$/u, 'し').replace(/めり$/u, 'め')}`
  const more = below(random, 2) === 0 ? `${one()}、` : ''
  return `${pick(random, who)}は、${more}${pick(random, how)}、${pick(random, what)}及び${pick(random, what)}${pick(random, does)}ものとする。`
}

const full = (n: number): string => String(n).replace(/[0-9]/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
export const articleTitle = (number: string): string => {
  const [head, ...branches] = number.split('_').map((n) => full(Number(n)))
  return `第${head}条${branches.map((b) => `の${b}`).join('')}`
}

const item = (random: () => number, n: number): Item => ({
  number: String(n),
  title: `（${full(n)}）`,
  text: `${pick(random, how)}${pick(random, what)}${pick(random, does)}こと。`,
})

function paragraph(random: () => number, n: number): Paragraph {
  const items =
    below(random, 5) === 0 ? Array.from({ length: 2 + below(random, 3) }, (_, i) => item(random, i + 1)) : []
  return {
    number: n,
    ...(n > 1 ? { title: full(n) } : {}),
    text: sentence(random),
    ...(items.length > 0 ? { items } : {}),
  }
}

/** An article without its number, which its place gives it. */
export type Draft = Omit<Article, 'number' | 'title'> & { id: number }

function draft(random: () => number, id: number): Draft {
  return {
    id,
    caption: `${pick(random, what)}${pick(random, ['', 'の報告', 'の計画', 'の費用', 'の見直し'])}`,
    paragraphs: Array.from({ length: 1 + below(random, 3) }, (_, i) => paragraph(random, i + 1)),
  }
}

export const numbered = (drafts: readonly Draft[]): Article[] =>
  drafts.map(({ id: _, ...rest }, i) => ({ number: String(i + 1), title: articleTitle(String(i + 1)), ...rest }))

/** The draft with some of its words replaced, or a paragraph added, rewritten or gone. */
function edited(random: () => number, old: Draft): Draft {
  const paragraphs = structuredClone(old.paragraphs)
  const p = pick(random, paragraphs)
  const kind = below(random, 6)
  const words = (text: string): string => {
    const at = what.filter((w) => text.includes(w))
    const from = at.length > 0 ? pick(random, at) : undefined
    const to = pick(
      random,
      what.filter((w) => !text.includes(w)),
    )
    return from ? text.replace(from, to) : `${text.slice(0, -1)}。ただし、${to}については、この限りでない。`
  }
  if (kind === 0 && paragraphs.length > 1) paragraphs.splice(1 + below(random, paragraphs.length - 1), 1)
  else if (kind === 1) paragraphs.splice(1 + below(random, paragraphs.length), 0, paragraph(random, 2))
  else if (kind === 2) p.text = `${p.text}ただし、${pick(random, what)}については、この限りでない。`
  else if (kind === 3 && p.items) p.items.splice(below(random, p.items.length), 1, item(random, 1))
  else if (kind === 3 && p.items === undefined) p.text = p.text.replace(/ものとする。$/u, '。')
  else p.text = words(p.text)
  paragraphs.forEach((q, i) => {
    q.number = i + 1
    if (i === 0) delete q.title
    else q.title = full(i + 1)
    q.items?.forEach((it, k) => {
      it.number = String(k + 1)
      it.title = `（${full(k + 1)}）`
    })
  })
  return { ...old, paragraphs }
}

export type Operation = 'unchanged' | 'edited' | 'added' | 'deleted' | 'moved' | 'renumbered'

/** A document, a revision of it, and what the revision did to which article. */
export interface Script {
  old: Draft[]
  new: Draft[]
  truth: Map<number, Set<Operation>>
}

export function script(seed: number, size: number, share = 0.25, moves = true): Script {
  const random = randomOf(seed)
  const old = Array.from({ length: size }, (_, i) => draft(random, i))
  const truth = new Map<number, Set<Operation>>()
  const mark = (id: number, op: Operation): void => {
    truth.set(id, (truth.get(id) ?? new Set()).add(op))
  }
  let next = size
  let revised: Draft[] = []
  for (const d of old) {
    const roll = random()
    if (roll < share * 0.25) mark(d.id, 'deleted')
    else if (roll < share * 0.7) {
      const e = edited(random, d)
      if (JSON.stringify(e) !== JSON.stringify(d)) mark(d.id, 'edited')
      revised.push(e)
    } else revised.push(d)
    if (random() < share * 0.25) {
      revised.push(draft(random, next))
      mark(next++, 'added')
    }
  }
  const steps = moves && revised.length > 12 ? Math.round(revised.length * share * 0.12) : 0
  for (let n = 0; n < steps; n++) {
    const from = below(random, revised.length)
    const moved = revised[from] as Draft
    if (moved.id >= size || truth.get(moved.id)?.has('moved')) continue
    const to = (from + 4 + below(random, revised.length - 8)) % revised.length
    revised = revised.toSpliced(from, 1)
    revised.splice(to, 0, moved)
    mark(moved.id, 'moved')
  }
  const before = new Map(old.map((d, i) => [d.id, i]))
  revised.forEach((d, i) => {
    if (d.id < size && before.get(d.id) !== i) mark(d.id, 'renumbered')
    if (!truth.has(d.id)) mark(d.id, 'unchanged')
  })
  return { old, new: revised, truth }
}

export const agreement = (articles: Article[], rest: Partial<Agreement> = {}): Agreement => ({
  type: 'regulation',
  title: '信濃川流域広域連携推進条例',
  status: 'concluded',
  parties: [],
  legalBasis: [],
  articles,
  references: [],
  appendedTables: [],
  ...rest,
})

export const resultOf = (
  documents: ParseResult['documents'],
  textLayer: ParseResult['source']['textLayer'] = 'plain',
): ParseResult => ({
  schemaVersion: '1.0',
  source: { name: 'input.txt', sha256: '', format: 'text', textLayer },
  documents,
  diagnostics: [],
})

const misread: Readonly<Record<string, string>> = {
  カ: '力',
  力: 'カ',
  一: 'ー',
  ー: '一',
  気: '气',
  '０': 'O',
  二: 'ニ',
  口: 'ロ',
  工: 'エ',
  未: '末',
  日: '曰',
  間: '問',
  へ: 'ヘ',
  '、': '，',
  '。': '.',
  ト: '卜',
  己: '已',
  り: 'リ',
  治: '冶',
  微: '徴',
  っ: 'つ',
  ョ: 'ヨ',
}

/** The text as recognition reads it: of each hundred characters some are mistaken or parted by a space. */
function recognised(random: () => number, text: string, rate: number): string {
  let out = ''
  for (const c of text) {
    const wrong = random() < rate
    out += wrong ? (misread[c] ?? `${c} `) : c
  }
  return out
}

export function recognisedDraft(random: () => number, d: Draft, rate: number): Draft {
  const read = (text: string): string => recognised(random, text, rate)
  return {
    ...d,
    caption: read(d.caption ?? ''),
    paragraphs: d.paragraphs.map((p) => ({
      ...p,
      text: read(p.text),
      ...(p.items ? { items: p.items.map((i) => ({ ...i, text: read(i.text) })) } : {}),
    })),
  }
}
