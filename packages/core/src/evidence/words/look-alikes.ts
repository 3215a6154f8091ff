/** Kanji of almost one shape: correlation above .93 in three printed faces, and what engines are known to take for one another. */
const kanji = [
  '主玉 主王 丼井 亊事 事宮 人入 今令 今会 令合 任住 休体 会合 伶怜 住佳 使便 侍待 侮悔 侯候 偏備 健建 偵債 備傭 催崔 催推 債償 僧憎 億憶 償慣 入八 全金 具県 具貝 冒胃 冨富 冶治 准準 刀力 制割',
  '動勤 募基 募墓 募幕 募慕 募暮 勧観 千干 午牛 協恊 協脇 卯卵 又叉 句旬 味昧 咋昨 哀衰 哀衷 品晶 唾睡 問聞 問門 問間 営宮 嘗賞 囚因 因団 因困 団困 囲圏 固国 圃園 圏園 土士 城域 基墓 填墳 墓慕',
  '墓暮 大太 大犬 天夫 太犬 夫失 失矢 奏秦 字学 字宇 孝老 孝考 孝者 学宇 宅宝 完寛 官宮 宝実 害書 察祭 島鳥 峻竣 嶋鴫 己已 己巳 帥師 幕慕 幕暮 幹斡 弟第 役投 彼披 待持 微徴 微徹 微徽 徴徽 徹徽',
  '徹撒 徹撤 思恩 恵患 患愚 情惰 惜措 慎憤 慕暮 慣憤 慨概 慮虜 憐燐 憧撞 戴載 扶挟 批枇 技枝 把杷 抗杭 折析 抽柚 抽袖 担拍 担揚 拍柏 拓括 拓柘 招紹 持特 指措 挑桃 挿揮 捕浦 捕補 捧棒 据裾 掠椋',
  '推携 推椎 推権 推稚 掲褐 揚楊 携摸 摸撲 摸模 撒撤 斉斎 料科 日旧 日目 昆毘 普蓄 暑署 暖緩 木本 未末 未朱 末本 束東 来米 析祈 枚牧 柚袖 柴紫 栗票 栗粟 格略 格絡 栽裁 梼祷 棄業 棒榛 棒樟 棟標',
  '棲楼 椎稚 検険 業菜 構横 槽檀 槽櫓 槽糟 標漂 樟樺 権樹 橿檀 段設 民長 水氷 水永 没設 治活 活話 浦涌 浦補 清漬 清潰 減滅 漠漢 漬潰 潤澗 瀕瀬 災炎 烏鳥 熟熱 猷獣 獲穫 玉王 環還 略路 皐阜 監臨',
  '監藍 監覧 県貝 睦陸 租粗 積績 穎頴 第策 筆箪 筒箇 管菅 篤罵 簡間 簿薄 籠龍 粍耗 糖糠 純鈍 素索 素累 結絡 結給 結緒 絡給 絡路 給絵 統続 絹網 綱網 綱鋼 網鋼 緊繁 緑縁 緑録 緒諸 線練 練錬 縁録',
  '繊織 織職 織識 署著 義議 老考 考者 者著 者都 聞開 聞間 聞関 聞閲 聞闇 胃青 膚虜 興輿 舗鋪 舶船 良長 芙英 若苦 苦苫 茂茨 荻萩 菓葉 萄葡 虐虚 虜虞 衝衡 計討 課諌 請謂 諌錬 論諭 諜謀 謄騰 謙鎌',
  '講購 識議 警讐 貢貫 貢責 貢貴 貢買 貢頁 貨貸 貨賀 貫責 貫貰 貫貴 貫賃 貫賞 責貰 責貴 貰貴 貴費 買貿 買賀 買質 貸賃 費賀 貿賀 賀賃 購贈 贋鷹 輪輸 農震 通遂 通道 速連 連逮 連運 連達 連遠 週遇',
  '達遠 遠還 遣遭 遣遺 遣還 遭遷 遭遺 遷選 郡都 部都 醍醒 銅鋼 鋪鍾 鋼鏑 錘鍾 錘鐘 錬鍾 鍬鰍 鍾鐘 鎖鎮 鎚鑓 鎧鐙 門間 閉閏 閉閑 開間 開関 開閣 開閲 開闇 閏閑 閏関 間関 間閤 間閲 間闇 関閣 関閲',
  '閣閤 閣闇 閤閥 閤閲 閤闇 閲闇 陣陳 響饗 頚類 鱗麟 鴛鷺 鷲鷺 麓麗',
]

/** Kana that differ in size, marks or a stroke, and what looks like them in other scripts. */
const kana = [
  'ゃや ゅゆ ょよ ッツ ャヤ ュユ ョヨ ばぱ びぴ ぶぷ べぺ ぼぽ バパ ビピ ブプ ベペ ボポ はば はぱ へべ へぺ シツ ソン ウワ クワ クタ ルレ るろ めぬ れわ ねわ',
  'きさ さち まほ はほ しじ すず ただ かが とど',
]

/** What engines read for characters of agreements that are little like them: the character, and then what is seen. */
const misread = [
  '圏菩賠疾閣税岡固障隊較燕國',
  '協押招細',
  '担拍揚折',
  '費次偶黄',
  '柵楓机桶相畑欄',
  '計×',
  '令信叙',
  '苓著作',
  '事宮',
  '民長具',
  '農炭民諾',
  '芳刻',
  '域感',
  '医疾括',
  '区括',
  '千守手平半年干',
  '円同国還幅内',
  '災炎',
  '義閉',
  '預問参',
  '口貴日呈',
  '同滴',
  '主手',
  '住信件',
  '門孔',
  '購蛋',
  '遣遺',
  '通稀己',
  '育痛',
  '士填',
  '盆貧名',
  '指措',
  '署媒',
  '避選',
  '置曽',
  '組紐弓',
  '承尿',
  '弁措井',
  '携提',
  '実天',
  '環己',
  '啓可刻落藩盛',
  '備秘',
  '自香碧目',
  '舟符凡',
  '市軸',
  '篠條',
  '充欧',
  '討対',
  '帯淀',
  '目自',
]

type Characters = Map<string, Set<string>>
const put = (to: Characters, a: string, b: string): Characters => to.set(a, (to.get(a) ?? new Set()).add(b))

function partnersOf(): Characters {
  const partners: Characters = new Map()
  for (const [a = '', b = ''] of [...kanji, ...kana].join(' ').split(' ')) if (a !== b) put(put(partners, a, b), b, a)
  return partners
}

function truthsOf(): Characters {
  const truths: Characters = new Map()
  for (const [truth = '', ...seen] of misread) for (const c of seen) put(truths, c, truth)
  return truths
}

// Made on first use: plain text has none.
let partners: Characters | undefined
let truths: Characters | undefined

const none: ReadonlySet<string> = new Set()

/** Characters of almost the same shape. */
export const lookAlikes = (c: string): ReadonlySet<string> => {
  partners ??= partnersOf()
  return partners.get(c) ?? none
}

/** Characters for which engines read this one, like it or not. */
export const misreadFor = (c: string): ReadonlySet<string> => {
  truths ??= truthsOf()
  return truths.get(c) ?? none
}
