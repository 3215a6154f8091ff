import { fold } from '../text/fold.ts'
import { isMunicipality } from './municipality-name.ts'
import { municipalities } from './municipality-table.ts'

/**
 * Characters that stand for one another in damaged names: old and simplified forms, and shapes that recognition
 * confuses. The first of each group is the one that all are brought to.
 */
const lookAlikes = [
  '気气氣',
  '崎﨑嵜',
  '高髙',
  '沢澤',
  '辺邊邉',
  '浜濱',
  '島嶋',
  '斉斎齋齊',
  '広廣',
  '国國',
  '恵惠',
  '桜櫻',
  '竜龍',
  '滝瀧',
  '塩鹽',
  '鉄鐵',
  '旧舊',
  '豊豐',
  '瀬瀨',
  '戸戶',
  '黒黑',
  '柳栁',
  '曽曾',
  '館舘',
  '真眞',
  '静靜',
  '徳德',
  '芦蘆',
  '蛍螢',
  '鶏鷄',
  'ー一二ニ',
  'ヶケが',
  'ノの之',
  'カ力',
  'タ夕',
  'エ工',
  'ロ口',
  'ハ八',
  'ト卜',
  'ツッつ',
  'ミ三',
  '千干',
  '土士',
  '末未',
  '己巳已',
  '木本',
  '大太犬',
  '人入',
  '日曰',
  '田由甲',
  '央夬',
  '市巿',
  '町盯',
]

let brought: Map<string, string> | undefined

/** A name with look-alike characters brought to one form. */
function shape(name: string): string {
  brought ??= new Map(lookAlikes.flatMap((group) => [...group].map((c) => [c, group[0] as string] as const)))
  return [...name].map((c) => brought?.get(c) ?? c).join('')
}

let shapes: Map<string, string[]> | undefined

function shaped(): Map<string, string[]> {
  if (!shapes) {
    shapes = new Map()
    for (const name of municipalities().keys()) {
      const key = shape(name)
      shapes.set(key, [...(shapes.get(key) ?? []), name])
    }
  }
  return shapes
}

/** The other municipalities whose names look like the one of a municipality: 一宮町 and 二宮町. */
export const alikeNames = (name: string): string[] => (shaped().get(shape(name)) ?? []).filter((n) => n !== name)

/** Whether one substitution, insertion or deletion makes `a` of `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end === 1
}

/** Any name is one edit away from another when it is short; names this long are not. */
const shortestEdited = 3

const kinds = /[市町村区]$/u

/**
 * The municipality that a damaged name stands for, where the evidence is unique: a look-alike spelling or one edit
 * among `candidates` (the members of the region), a look-alike spelling among all. One edit among all is no evidence: it makes
 * a municipality that is there today of one that was merged away. Undefined for names that need no repair and for those that stay unclear.
 */
export function repairMunicipality(name: string, candidates: readonly string[] = []): string | undefined {
  const text = fold(name).replace(/[ \n]/gu, '')
  if (text.length < 2 || text.length > 10 || candidates.includes(text)) return undefined
  if (isMunicipality(text)) return undefined
  const key = shape(text)
  const unique = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined)
  const alike = unique(candidates.filter((c) => shape(c) === key))
  if (alike !== undefined) return alike
  const everywhere = unique(shaped().get(key) ?? [])
  if (everywhere !== undefined) return everywhere
  if (!kinds.test(text) || text.length < shortestEdited) return undefined
  return unique(candidates.filter((c) => c.at(-1) === text.at(-1) && isOneEditAway(text, c)))
}
