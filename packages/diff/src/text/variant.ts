/**
 * Forms of one kanji, each group folded to its first: old forms (舊字體) and the ones that names are written with. A name stays the
 * same name to its reader; what differs is listed as another way of writing.
 */
const groups: readonly string[] = [
  '高髙',
  '崎嵜',
  '徳德',
  '浜濱濵',
  '辺邊邉',
  '斎齋',
  '斉齊',
  '国國圀',
  '沢澤',
  '広廣',
  '桜櫻',
  '瀬瀨',
  '島嶋嶌',
  '富冨',
  '館舘',
  '恵惠',
  '真眞',
  '静靜',
  '県縣',
  '区區',
  '学學',
  '会會',
  '医醫',
  '芸藝',
  '気氣气',
  '円圓',
  '実實',
  '当當',
  '団團',
  '体體',
  '総總',
  '来來',
  '経經',
  '済濟',
  '産產',
  '発發',
  '営營',
  '駅驛',
  '鉄鐵',
  '塩鹽',
  '関關',
  '条條',
  '乗乘',
  '黒黑',
  '緑綠',
  '礼禮',
  '郎郞',
  '徴徵',
  '戸戶',
  '内內',
  '録錄',
  '歩步',
  '専專',
  '並竝',
  '万萬',
  '竜龍',
  '渓溪',
  '亀龜',
  '鴎鷗',
  '栄榮',
  '桧檜',
  '薮藪',
  '篭籠',
  '曽曾',
  'ヶケヵ',
]

const first = new Map(groups.flatMap((group) => [...group].slice(1).map((c) => [c, group[0] as string] as const)))
const any = new RegExp(`[${[...first.keys()].join('')}]`, 'gu')

/** Ideographs that Unicode has twice for the sake of older codes (U+FA19 is 神). */
const twice = /[\uf900-\ufaff]/gu

/** The text with each kanji in the form that most write it with; UTF-16 length is kept. */
export const usualKanji = (text: string): string =>
  text
    .replace(twice, (c) => (c.normalize('NFKC').length === 1 ? c.normalize('NFKC') : c))
    .replace(any, (c) => first.get(c) as string)
