import { type Agreement, readAmendment } from '@kyoyaku/core'
import { applyAmendment } from './apply.ts'
import { amendedParts, bare } from './bare.ts'
import { documentText } from './document-text.ts'
import { reviseArticles, Unsayable } from './generate.ts'
import { numeralsIn } from './label.ts'
import { reviseTables } from './revise-tables.ts'
import { type Style, sentencesOf } from './sentences.ts'
import { type Draft, step } from './step.ts'

export interface AmendOptions {
  /** Numerals of places; by default those of the old version's articles. */
  numerals?: Style['numerals']
  /** 改正する or 変更する; by default 変更 for agreements, 改正 for others. */
  verb?: Style['verb']
  /** When it takes effect, as it is printed: 令和８年４月１日. A 附則 says so. */
  effectiveOn?: string
}

export interface Amended {
  /** 一部改正: verified, it gives the new version exactly. 全部改正: the new version as a whole, with the reason. */
  kind: 'none' | 'partial' | 'whole'
  verified: boolean
  reason?: string
  text: string
}

/** The kind of act that a title names: 条例, 規約, 協約. */
const actOf = (title: string): string =>
  /(協約|協定|規約|条例|規則|規程|要綱|要領|覚書)(?:書)?$/u.exec(title)?.[1] ??
  (/法律?$/u.test(title) ? '法律' : '規程')

const wholeReasons: Readonly<Record<string, string>> = {
  title: '題名の改正を一部改正の文で言い表せません',
  preamble: '前文の改正を一部改正の文で言い表せません',
  articles: '一部改正の文を適用した結果が改正後の条文と一致しません',
  appendedTables: '別表の改正を一部改正の文で言い表せません',
  divisions: '章節の名の改正は一部改正の文にしません',
}

function steps(old: Agreement, other: Agreement, coarse: boolean): Draft {
  const draft: Draft = { document: bare(old), steps: [] }
  if (
    old.title !== other.title &&
    !step(draft, { kind: 'rewrite', target: { part: 'title' }, content: { text: other.title } }, 'title')
  )
    throw new Unsayable('title')
  if ((old.preamble ?? '') !== (other.preamble ?? '')) {
    const content = { text: other.preamble ?? '' }
    if (
      old.preamble === undefined ||
      !step(draft, { kind: 'rewrite', target: { part: 'preamble' }, content }, 'preamble')
    )
      throw new Unsayable('preamble')
  }
  reviseArticles(draft, other, { coarse })
  reviseTables(draft, other, { coarse })
  return draft
}

function frame(
  old: Agreement,
  lines: readonly string[],
  style: Style,
  part: '一部' | '全部',
  options: AmendOptions,
): string {
  const act = actOf(old.title)
  const own = `${old.title}の${part}を${style.verb}する${act}`
  const number = old.number === undefined ? '' : `（${old.number}）`
  const rest =
    options.effectiveOn === undefined
      ? []
      : ['', '　　　附　則', `　この${act}は、${options.effectiveOn}から施行する。`]
  return `${[`　　　${own}`, '', `　${old.title}${number}の${part}を次のように${style.verb}する。`, ...lines, ...rest].join('\n')}\n`
}

/** The first part in which an amended document is not the new version. */
function differingPart(a: Agreement, b: Agreement): string | undefined {
  const [x, y] = [amendedParts(a), amendedParts(b)]
  return [...x.keys()].find((name) => x.get(name) !== y.get(name))
}

/**
 * The amendment that turns one version of an agreement or ordinance into another. It is read back and carried out on the old version, and
 * given only if that makes the new one to the letter; otherwise the whole is replaced (全部改正), with the reason. 附則 and what stands below
 * the articles of an agreement (closing, signatures) are not amended.
 */
export async function amend(old: Agreement, other: Agreement, options: AmendOptions = {}): Promise<Amended> {
  const style: Style = {
    numerals: options.numerals ?? numeralsIn(old.articles[0]?.title ?? ''),
    verb: options.verb ?? (old.type === 'agreement' ? '変更' : '改正'),
  }
  const before = bare(old)
  const after = bare(other)
  if (differingPart(before, after) === undefined) return { kind: 'none', verified: true, text: '' }
  let reason = '一部改正の文で言い表せません'
  for (const coarse of [false, true]) {
    try {
      const draft = steps(before, after, coarse)
      const text = frame(before, sentencesOf(draft.steps, style), style, '一部', options)
      const { amendment } = await readAmendment(text)
      const applied = applyAmendment(before, amendment)
      const differing = differingPart(applied.document, after)
      if (applied.faults.length === 0 && differing === undefined) return { kind: 'partial', verified: true, text }
      const fault = applied.faults[0]
      reason = fault ? `適用できない文があります: ${fault.text}` : (wholeReasons[differing ?? ''] ?? reason)
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error
    }
  }
  const whole = documentText(after).split('\n').slice(1)
  return { kind: 'whole', verified: false, reason, text: frame(before, whole, style, '全部', options) }
}
