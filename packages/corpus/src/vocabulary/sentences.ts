import type { Random } from '../random.ts'
import type { Theme } from './themes.ts'

/** How a document writes: its comma and what it calls itself. */
export interface Wording {
  comma: '、' | '，'
  /** 協約 or 協定 */
  kind: '連携協約' | '協定'
}

const fill = (template: string, words: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? '')

const descriptions = [
  '{people}が安心して利用できるよう、{object}について、{a}に取り組む。',
  '{object}の充実を図るため、{a}及び{b}を行う。',
  '{a}、{b}等を通じ、{object}に関する課題の解決を図る。',
  '{people}の減少に対応するため、{object}に関し、{a}を進めるとともに、{b}の在り方を研究する。',
  '{object}の効率を高めるため、{a}を段階的に進める。',
]
const leads = [
  '{a}の計画を作成し、{others}との調整を行う。',
  '{others}と連携し、{a}の中心となって取り組む。',
  '{a}に必要な体制を整え、その経費を支弁する。',
  '{object}に関する窓口を設け、{others}の住民にも開放する。',
  '{a}及び{b}を主導し、その成果を{others}に報告する。',
]
const partners = [
  '{a}に関する情報を{me}の住民に周知する。',
  '{others}と連携し、{a}に協力する。',
  '{me}の区域における{a}を担い、必要な経費を負担する。',
  '{b}に参加する者を募り、{others}に通知する。',
  '{object}に関する{me}の資料を提供する。',
]
const purposes = [
  '{object}に関する取組を圏域で進め、{people}の利便を高める。',
  '{a}により、{people}が住み続けられる環境をつくる。',
  '{people}を支える仕組みを共有し、圏域の魅力を高める。',
]

function sentence(random: Random, templates: readonly string[], theme: Theme, more: Record<string, string>): string {
  const [a = '', b = ''] = random.sample(theme.means, 2)
  return fill(random.pick(templates), { object: theme.object, people: theme.people, a, b, ...more })
}

const withComma = (text: string, { comma }: Wording): string => text.replaceAll('、', comma)

/** 取組内容 */
export const describe = (random: Random, theme: Theme, wording: Wording): string =>
  withComma(sentence(random, descriptions, theme, {}), wording)

/** 事業目的 */
export const purposeOf = (random: Random, theme: Theme): string => sentence(random, purposes, theme, {})

/** What `me` does in an initiative, in one or two sentences. `echo` names the initiative in the first of them. */
export function roleOf(
  random: Random,
  theme: Theme,
  wording: Wording,
  party: { me: string; others: string; leading: boolean; echo: boolean },
): string {
  const templates = party.leading ? leads : partners
  const first = party.echo
    ? `${party.others}と連携し、${theme.title}に${party.leading ? '中心となって' : '協力して'}取り組む。`
    : sentence(random, templates, theme, party as never)
  const second = random.chance(0.25) ? sentence(random, templates, theme, party as never) : ''
  return withComma(first === second ? first : first + second, wording)
}

export { fill, withComma }
