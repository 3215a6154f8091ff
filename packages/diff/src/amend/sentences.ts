import type { AmendmentTarget } from '@kyoyaku/core'
import {
  articleText,
  initiativeText,
  itemsText,
  paragraphText,
  rowText,
  tableHead,
  tableText,
} from './document-text.ts'
import { type Numerals, placeLabel, written } from './label.ts'
import { placeWords } from './place-words.ts'
import type { Operation, Step } from './step.ts'

/** How an office words its amendments. */
export interface Style {
  numerals: Numerals
  /** 改正する, as most do, or 変更する for agreements. */
  verb: '改正' | '変更'
}

/** A clause without its ending, and its verb in both forms: 改め、 and 改める。 */
interface Clause {
  words: string
  verb: readonly [string, string]
}

const verbs = {
  change: ['改め', '改める'],
  add: ['加え', '加える'],
  drop: ['削り', '削る'],
  become: ['とし', 'とする'],
  attach: ['付し', '付する'],
  down: ['繰り下げ', '繰り下げる'],
  up: ['繰り上げ', '繰り上げる'],
} as const

type Content = NonNullable<Operation['content']>

function contentLines(content: Content): string[] {
  return [
    ...(content.articles ?? []).flatMap(articleText),
    ...(content.paragraphs ?? []).flatMap((p) => paragraphText(p)),
    ...itemsText(content.items ?? []),
    ...tableText({ title: '', relatesTo: [], sections: content.sections ?? [] }),
    ...(content.appendedTables ?? []).flatMap((table) => [tableHead(table), ...tableText(table)]),
    ...(content.initiatives ?? []).flatMap((i) => initiativeText(i, 1)),
    ...(content.rows ?? []).map(rowText),
    ...(content.text === undefined ? [] : [`　${content.text}`]),
  ]
}

function newOnes({ articles, paragraphs, items, appendedTables }: Content, numerals: Numerals): string {
  // A first one has no number to be counted with.
  if (appendedTables?.[0]?.title === '別表') return '次の別表を'
  const [count, sign] = articles
    ? [articles.length, '条']
    : paragraphs
      ? [paragraphs.length, '項']
      : items
        ? [items.length, '号']
        : appendedTables
          ? [appendedTables.length, '表']
          : [0, '']
  return count === 0 ? '次のように' : `次の${written(count, numerals)}${sign}を`
}

const positionWords = { after: 'の次に', before: 'の前に', end: 'に' } as const

const levelSign = ({ item, paragraph }: AmendmentTarget): string =>
  item !== undefined ? '号' : paragraph !== undefined ? '項' : '条'

/** The lowest level of a place alone: 第６号 of 第２１条第１項第６号. */
const lowestWords = ({ article, paragraph, item, subitems }: AmendmentTarget, numerals: Numerals): string =>
  subitems?.at(-1) ??
  (item !== undefined
    ? placeLabel(item, '号', numerals)
    : paragraph !== undefined
      ? placeLabel(String(paragraph), '項', numerals)
      : placeLabel(article ?? '', '条', numerals))

/** Writes the sentences of an amendment, remembering the place that 同条 stands for. */
function clauseOf(operation: Operation, before: AmendmentTarget | undefined, numerals: Numerals): Clause {
  const { kind, target, through, from, to, destination, by, content, position } = operation
  const first = placeWords(target, before, numerals)
  const place = through ? `${first}から${lowestWords(through, numerals)}まで` : first
  if (kind === 'replace') return { words: `${place}中「${from}」を「${to}」に`, verb: verbs.change }
  if (kind === 'insert' && from !== undefined)
    return { words: `${place}中「${from}」の下に「${to}」を`, verb: verbs.add }
  if (kind === 'delete' && from !== undefined) return { words: `${place}中「${from}」を`, verb: verbs.drop }
  if (kind === 'delete') return { words: `${place}を`, verb: verbs.drop }
  if (kind === 'insert' && target.part === 'caption') {
    const article = placeWords({ ...target, part: undefined }, before, numerals)
    return { words: `${article}に見出しとして「${to}」を`, verb: verbs.attach }
  }
  if (kind === 'insert' && content?.text !== undefined) {
    const whole = placeWords({ ...target, part: undefined }, before, numerals)
    return { words: `${whole}に次の${target.part === 'second' ? '後段' : 'ただし書'}を`, verb: verbs.add }
  }
  if (kind === 'insert')
    return {
      words: `${place}${positionWords[position ?? 'after']}${newOnes(content ?? {}, numerals)}`,
      verb: verbs.add,
    }
  if (kind === 'rewrite')
    return { words: to === undefined ? `${place}を次のように` : `${place}を「${to}」に`, verb: verbs.change }
  if (by !== undefined) {
    const words = `${place}を${written(Math.abs(by), numerals)}${levelSign(target)}ずつ`
    return { words, verb: by > 0 ? verbs.down : verbs.up }
  }
  return { words: `${place}を${placeWords(destination ?? {}, target, numerals)}`, verb: verbs.become }
}

const samePlace = (a: AmendmentTarget, b: AmendmentTarget): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Provisions that go, one after another: 第３条及び第４条を削る. */
const isRemoval = ({ kind, from, through, target }: Operation): boolean =>
  kind === 'delete' &&
  from === undefined &&
  through === undefined &&
  target.part === undefined &&
  target.appendedTable === undefined

const isWording = (operation: Operation): boolean => operation.from !== undefined

/**
 * The sentences of an amendment with the provisions that they add, a line each. One sentence an article; moves without a change of words
 * go together; what is added ends its sentence.
 */
export function sentencesOf(steps: readonly Step[], style: Style): string[] {
  const lines: string[] = []
  let sentence = ''
  let pending: Clause | undefined
  let group: string | undefined
  let before: AmendmentTarget | undefined
  let last: Operation | undefined
  const end = (): void => {
    if (pending) lines.push(`　${sentence}${pending.words}${pending.verb[1]}。`)
    sentence = ''
    pending = undefined
    before = undefined
    last = undefined
  }
  for (const { operation, group: own, chained } of steps) {
    if (pending && own !== group && !chained) end()
    let clause = clauseOf(operation, before, style.numerals)
    // 「A」を「B」に、「C」を「D」に改め: one place, one verb.
    if (pending && last && isWording(last) && isWording(operation) && samePlace(last.target, operation.target)) {
      clause = { ...clause, words: clause.words.slice(clause.words.indexOf('中「') + 1) }
      const one = last.kind === 'replace' && operation.kind === 'replace'
      sentence += one ? `${pending.words}、` : `${pending.words}${pending.verb[0]}、`
    } else if (pending && last && isRemoval(last) && isRemoval(operation) && own === group) {
      clause = {
        ...clause,
        words: `${pending.words.slice(0, -1)}及び${lowestWords(operation.target, style.numerals)}を`,
      }
    } else if (pending) sentence += `${pending.words}${pending.verb[0]}、`
    pending = clause
    group = own
    last = operation
    before = operation.destination ?? operation.through ?? operation.target
    if (operation.content) {
      end()
      lines.push(...contentLines(operation.content))
      group = undefined
    }
  }
  end()
  return lines
}
