import { createRandom, type Random } from '../../packages/corpus/src/index.ts'

const words = [
  '甲',
  '乙',
  '圏域',
  '市町',
  '住民',
  '計画',
  '予算',
  '事業',
  '施設',
  '費用',
  '図書館',
  '救急医療',
  '観光',
  '創業',
  '水道',
  '消防',
  '移住',
  '研修',
  '林道',
  '農産物',
  '子育て',
  '介護',
  '文化財',
  '防災',
  '農地',
  '給食',
  '空き家',
  '病児保育',
  '斎場',
  '廃棄物',
  '体育館',
  '用水',
  '雪害',
  '統計',
  '推進',
  '整備',
  '負担',
  '報告',
  '公表',
  '協力',
  '確認',
  '調整',
  '検証',
  '周知',
  '改善',
  'は',
  'が',
  'を',
  'に',
  'の',
  'と',
  'で',
  '及び',
  '並びに',
  '又は',
  'する',
  'して',
  'こと',
  'もの',
  'とする',
  'について',
  'により',
  'に関する',
  '、',
  '、',
  '。',
] as const

/** Words in the proportions of nothing in particular: what repeats much is the hardest to align. */
const drawWords = (random: Random, count: number): string[] => Array.from({ length: count }, () => random.pick(words))

/** The words with a share of them replaced, left out or with another one before them. */
function revise(random: Random, old: readonly string[], share: number): string[] {
  return old.flatMap((word) => {
    if (!random.chance(share)) return [word]
    const other = random.pick(words)
    return random.pick([[other], [], [other, word]])
  })
}

/** Two versions of so many words, as lists of lines of words. */
export function revisedWords(count: number, share: number, lineLength: number): { old: string[][]; new: string[][] } {
  const random = createRandom(`words ${count}`)
  const old = Array.from({ length: Math.ceil(count / lineLength) }, () => drawWords(random, lineLength))
  return { old, new: old.map((line) => revise(random, line, share)) }
}
