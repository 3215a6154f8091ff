/**
 * Characters that recognition takes for one another, each group as one. They are alike only where a version was recognised
 * from an image. From confusions seen in recognised council papers and visions.
 */
const confusables: readonly string[] = [
  '市巾',
  '者考',
  '体休',
  '持待特',
  '設説',
  '議義儀',
  '約的',
  '施旅',
  '策築',
  '料科',
  '比此',
  '図圖',
  'カ力刀',
  '一ー―－-‐–—─ｰ',
  '二ニ',
  '三ミ',
  '八ハ',
  'ロ口囗',
  'エ工',
  'ト卜',
  'タ夕',
  'チ千干',
  '土士',
  '未末',
  '日曰',
  '入人',
  'へヘ',
  'べベ',
  'ぺペ',
  'りリ',
  'しレ',
  '大犬太',
  '間問',
  '己已巳',
  '目且',
  '0０OＯoｏ〇○◯Ｑ',
  '1１lｌIＩ|｜丨',
  '5５SＳ',
  '8８BＢ',
  '2２ZＺ',
  '6６b',
  '9９gq',
  '。．.｡',
  '、，,､',
  '・･·‧•',
  '(（',
  ')）',
  '気气氣',
  '圏圈',
  '協恊',
  '栄榮',
  '治冶',
  '緑縁',
  '綱網',
  '候侯',
  '官宮',
  '拾捨',
  '析折',
  '微徴',
  '遣遺',
  '祭蔡',
  '埋理',
  '徳德',
  '巿市',
  '曽曾',
  '鳥烏',
  '斤斥',
  '延廷',
  '壊壤',
  '掲揭',
  '類頬',
  '閉閑',
  '住佳',
  '崎﨑',
  '高髙',
  'ソン',
  'シツ',
  'ヵカ',
  'ヶケ',
  'ッツ',
  'ャヤ',
  'ュユ',
  'ョヨ',
  'ァア',
  'ィイ',
  'ゥウ',
  'ェエ',
  'ォオ',
  'っつ',
  'ゃや',
  'ゅゆ',
  'ょよ',
  'ばぱ',
  'びぴ',
  'ぶぷ',
  'ぼぽ',
  'バパ',
  'ビピ',
  'ブプ',
  'ボポ',
  '「｢',
  '」｣',
  '~〜～',
  '又叉',
  '戸戶',
  '内內',
  '黒黑',
  '録錄',
  '歩步',
  '粂条',
  '専專',
  '併倂',
]

const classes = ((): ReadonlyMap<string, string> => {
  const first = new Map<string, string>()
  const rootOf = (c: string): string => {
    let root = c
    while (first.get(root) !== undefined && first.get(root) !== root) root = first.get(root) as string
    return root
  }
  for (const group of confusables) {
    const [head = '', ...rest] = group
    for (const c of rest) {
      const [a, b] = [rootOf(head), rootOf(c)]
      if (a !== b) first.set(b, a)
    }
  }
  return new Map([...new Set(confusables.join(''))].map((c) => [c, rootOf(c)]))
})()

const isSpace = (c: string): boolean => /\s/u.test(c)

/** The text as recognition might have seen it: without spaces, each character as the first of those it is taken for. */
export function skeletonOf(text: string): string {
  let out = ''
  for (const c of text) if (!isSpace(c)) out += classes.get(c) ?? c
  return out
}

/** Characters and their skeletons, with the index of each in the text. */
export function seenCharacters(text: string): { keys: string[]; at: number[] } {
  const keys: string[] = []
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (isSpace(c)) continue
    keys.push(classes.get(c) ?? c)
    at.push(i)
  }
  return { keys, at }
}

/** Why two pieces with one skeleton differ. */
export function noiseReason(old: string, recognised: string): string {
  if (old.replace(/\s/gu, '') === recognised.replace(/\s/gu, '')) return 'space'
  return /^[、，,､。．.｡・･\s]+$/u.test(old + recognised) ? 'punctuation' : 'confusable'
}
