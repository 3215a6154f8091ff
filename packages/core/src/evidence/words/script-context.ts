import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { type Passage, passagesOf } from './passages.ts'

/** What stands beside a character: the script that it would have to be of. */
type Script = 'katakana' | 'hiragana' | 'kanji' | 'digit' | 'other' | 'edge'

function scriptOf(c: string | undefined): Script {
  if (c === undefined || c === '\n') return 'edge'
  if (/^[\u30a1-\u30fa]$/u.test(c)) return 'katakana'
  if (/^[\u3041-\u3096]$/u.test(c)) return 'hiragana'
  if (/^[\u3400-\u9fff々]$/u.test(c)) return 'kanji'
  return /^[0-9]$/u.test(c) ? 'digit' : 'other'
}

interface Rule {
  from: string
  to: string
  /** Scripts that stand before it and after it where it is misread. */
  before: readonly Script[]
  after: readonly Script[]
}

const open: readonly Script[] = ['hiragana', 'other', 'edge']
const notKatakana: readonly Script[] = ['kanji', 'hiragana', 'other', 'edge']

/** Kanji that are read for katakana. */
const kanjiForKatakana = [
  '力カ',
  '二ニ',
  '口ロ',
  '夕タ',
  '工エ',
  '卜ト',
  '八ハ',
  '三ミ',
  '千チ',
  '才オ',
  '厶ム',
  '乇モ',
]
/** Katakana that are read for the second character of words in kanji: 協力, 窓口, 加工. */
const katakanaForKanji = ['カ力', 'ロ口', 'エ工']

/** Katakana that are read for numbers among kanji: 五月二十日, 第八条. */
const katakanaForNumbers = ['ニ二', 'ハ八', 'ミ三']

const rules: readonly Rule[] = [
  ...kanjiForKatakana.flatMap(([from = '', to = '']): Rule[] => [
    { from, to, before: ['katakana'], after: ['katakana', ...open] },
    { from, to, before: open, after: ['katakana'] },
  ]),
  ...katakanaForKanji.map(([from = '', to = '']): Rule => ({ from, to, before: ['kanji'], after: notKatakana })),
  ...katakanaForNumbers.map(([from = '', to = '']): Rule => ({ from, to, before: ['kanji'], after: ['kanji'] })),
  // 統一, 一日 – the long sign follows kana alone.
  { from: 'ー', to: '一', before: ['kanji'], after: notKatakana },
  { from: 'ー', to: '一', before: ['edge', 'other'], after: ['kanji'] },
  { from: 'ー', to: '一', before: ['hiragana'], after: ['kanji'] },
  { from: '一', to: 'ー', before: ['katakana'], after: ['katakana', 'hiragana', 'other', 'edge'] },
  { from: 'へ', to: 'ヘ', before: ['katakana'], after: ['katakana'] },
  { from: 'ヘ', to: 'へ', before: ['kanji', 'hiragana'], after: ['kanji', 'hiragana', 'other', 'edge'] },
  { from: 'り', to: 'リ', before: ['katakana'], after: ['katakana'] },
  { from: 'リ', to: 'り', before: ['kanji', 'hiragana'], after: ['hiragana'] },
]

const byCharacter = Map.groupBy(rules, (rule) => rule.from)

function correctIn(evidence: Evidence, { text, folded, starts }: Passage): void {
  for (let i = 0; i < folded.length; i++) {
    const own = byCharacter.get(text.value[i] as string)
    if (!own) continue
    // A label of a list (エ) stands at the beginning of its line.
    const before = starts.has(i) ? 'edge' : longSign(folded, i - 1)
    const after = starts.has(i + 1) && i + 1 >= folded.length ? 'edge' : longSign(folded, i + 1)
    const rule = own.find((r) => r.before.includes(before) && r.after.includes(after))
    if (rule) correct(evidence, text, i, i + 1, rule.to, 'script')
  }
}

/** The script at an index; a long sign is of the script that it lengthens. */
function longSign(folded: string, at: number): Script {
  if (folded[at] !== 'ー') return scriptOf(folded[at])
  const lengthened = scriptOf(folded[at - 1])
  if (lengthened === 'katakana' || lengthened === 'hiragana') return lengthened
  return scriptOf(folded[at + 1]) === 'katakana' ? 'katakana' : 'other'
}

/** Characters that look alike in two scripts are of that of their neighbours. */
export function correctScripts(evidence: Evidence, blocks: readonly Block[]): void {
  for (const passage of passagesOf(blocks)) correctIn(evidence, passage)
}
