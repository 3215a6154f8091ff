import type { Article, Item, Paragraph } from '@kyoyaku/core'
import type { Random } from '../random.ts'
import { type LabelForm, label, type NumeralForm, numeral } from '../vocabulary/numerals.ts'
import type { RegionModel } from '../vocabulary/region.ts'
import { fill, type Wording, withComma } from '../vocabulary/sentences.ts'

export interface ArticleWords {
  wording: Wording
  numerals: NumeralForm
  region: RegionModel
  /** 甲及び乙 */
  all: string
  captions: boolean
  itemForm: LabelForm
  subItemForm: LabelForm
}

/** An article before it has a number: its caption and paragraphs; a paragraph may carry items, and these items. */
interface Provision {
  caption: string
  paragraphs: readonly (
    | string
    | { text: string; items: readonly (string | { text: string; items: readonly string[] })[] }
  )[]
}

const purpose: Provision = {
  caption: '目的',
  paragraphs: ['{this}は、{all}が連携して圏域の住民の暮らしを支え、活力ある地域をつくることを目的とする。'],
}
const policies: readonly Provision[] = [
  {
    caption: '基本方針',
    paragraphs: ['{all}は、前条に規定する目的を達成するため、次条に規定する取組について相互に協力する。'],
  },
  {
    caption: '基本的な考え方',
    paragraphs: [
      {
        text: '{all}は、次に掲げる考え方に基づき連携する。',
        items: ['互いの自主性を尊重すること。', '住民の意見を反映すること。', '成果を検証し、改善すること。'],
      },
    ],
  },
]
const withTable: Provision = {
  caption: '連携する取組及び役割分担',
  paragraphs: ['{all}が連携して行う取組の内容及び役割分担は、別表に定めるとおりとする。'],
}
const withItems: Provision = {
  caption: '取組の内容及び役割分担',
  paragraphs: ['{all}が連携して行う取組の内容及び役割分担は、次のとおりとする。'],
}

const others: readonly Provision[] = [
  {
    caption: '費用の負担',
    paragraphs: [
      '前条に規定する取組に要する費用は、{all}がその受ける利益に応じて負担する。',
      '前項の規定による負担の額及び時期は、{all}が協議して定める。',
    ],
  },
  {
    caption: '連絡会議',
    paragraphs: [
      '{all}は、取組の進み具合を確かめるため、毎年度１回以上、連絡会議を開く。',
      {
        text: '連絡会議は、次に掲げる事項を協議する。',
        items: [
          '取組の計画に関する事項',
          {
            text: '費用に関する事項のうち次に掲げるもの',
            items: ['予算の見積りに関するもの', '決算の報告に関するもの'],
          },
          'その他必要な事項',
        ],
      },
      '連絡会議の庶務は、{core}において処理する。',
    ],
  },
  {
    caption: '協議',
    paragraphs: ['{this}に定めのない事項又は疑義が生じた事項については、{all}が協議して定める。'],
  },
  {
    caption: '変更及び廃止',
    paragraphs: [
      '{this}を変更し、又は廃止しようとするときは、{all}が協議して行う。この場合において、{all}は、あらかじめ議会の議決を経るものとする。',
    ],
  },
  {
    caption: '失効',
    paragraphs: [
      '{all}のいずれかは、{this}の失効を求めるときは、他の当事者に書面で通知する。',
      '前項の通知には、議会の議決があったことを証する書類を添えるものとする。',
      '{this}は、第１項の通知があった日から起算して２年を経過した日に効力を失う。',
    ],
  },
  {
    caption: '情報の共有',
    paragraphs: [
      {
        text: '{all}は、次の各号に掲げる情報を共有する。',
        items: [
          '人口の推移に関する情報',
          '公共施設の利用に関する情報',
          '災害の発生に関する情報',
          '取組の成果に関する情報',
        ],
      },
    ],
  },
  {
    caption: '個人情報の保護',
    paragraphs: ['{all}は、取組を行うに当たり、個人の権利及び利益を害することのないよう、情報の取扱いに注意する。'],
  },
  {
    caption: '担当部署',
    paragraphs: ['{all}は、それぞれ取組を担当する部署を定め、その名称及び連絡先を相互に通知する。'],
  },
  {
    caption: '公表',
    paragraphs: [
      '{all}は、毎年度の終わりに、取組の実績を取りまとめて公表する。',
      '公表の方法は、広報紙への掲載その他の方法による。',
    ],
  },
]

function itemsOf(
  words: ArticleWords,
  write: (text: string) => string,
  items: readonly (string | { text: string; items: readonly string[] })[],
): Item[] {
  return items.map((item, i) => ({
    number: String(i + 1),
    title: label(words.itemForm, i + 1),
    text: write(typeof item === 'string' ? item : item.text),
    ...(typeof item === 'string'
      ? {}
      : {
          items: item.items.map((text, k) => ({
            number: String(k + 1),
            title: label(words.subItemForm, k + 1),
            text: write(text),
          })),
        }),
  }))
}

export interface ArticlesWanted {
  /** Where the roles stand, if anywhere. */
  table: '別表' | 'items' | undefined
  /** How many articles beyond those about purpose and roles. */
  more: number
  /** What the document calls itself. */
  purpose: string
}

/** Articles in an order that such documents have, numbered and with their words filled in. */
export function drawArticles(random: Random, words: ArticleWords, wanted: ArticlesWanted): Article[] {
  const head =
    wanted.table === undefined
      ? [purpose]
      : [purpose, random.pick(policies), wanted.table === 'items' ? withItems : withTable]
  const tail = random.sample(others, wanted.more)
  const cost = tail.findIndex((p) => p.caption === '費用の負担')
  // It says 前条 of the article about the roles.
  if (cost > 0) tail.unshift(...tail.splice(cost, 1))
  const write = (text: string): string =>
    withComma(
      fill(text, { this: wanted.purpose, all: words.all, core: words.region.members[0] ?? '' }).replace(
        /第１項/gu,
        `第${numeral(1, words.numerals)}項`,
      ),
      words.wording,
    )
  return [...head, ...tail].map(
    (provision, i): Article => ({
      number: String(i + 1),
      title: `第${numeral(i + 1, words.numerals)}条`,
      ...(words.captions ? { caption: provision.caption } : {}),
      paragraphs: provision.paragraphs.map(
        (p, n): Paragraph => ({
          number: n + 1,
          ...(n > 0 ? { title: numeral(n + 1, words.numerals === 'half' ? 'half' : 'full') } : {}),
          text: write(typeof p === 'string' ? p : p.text),
          ...(typeof p === 'string' ? {} : { items: itemsOf(words, write, p.items) }),
        }),
      ),
    }),
  )
}
