import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { order } from './party-symbols.ts'
import { passagesOf } from './passages.ts'

/**
 * Words of the field with a character that recognition takes for others, and what stands around it: nothing else is written so.
 * The part in the pattern's group is replaced.
 */
const words: readonly (readonly [RegExp, string])[] = [
  [/(?<part>[賠岡疾圈疲固圓菩税閣関燕周國])域/gu, '圏'],
  [/(?:中枢都市|自立|生活|都市)(?<part>[賠疾圈疲圓較税國閣])/gu, '圏'],
  [/(?<![\u3400-\u9fff])(?<part>[信今合会冷命領久])和(?=[0-9元一二三四五六七八九十]{1,3}年)/gu, '令'],
  [/(?<![\u3400-\u9fff])(?<part>[半乎])成(?=[0-9元]{1,2}年)/gu, '平'],
  [/(?<![\u3400-\u9fff])平(?<part>[咸威戊])(?=[0-9元]{1,2}年)/gu, '成'],
  // No era but one ends in it.
  [/(?<![\u3400-\u9fff])(?<part>成)(?=[0-9]{1,2}年)/gu, '平成'],
  [/[0-9]{1,2}年(?<part>[渡庶席])/gu, '度'],
  // Specks inside of a year, and a numeral that was seen twice: none is written so.
  [/(?:令和|平成|昭和)(?<part>[・.,:;'])(?=[0-9]{1,2}年)/gu, ''],
  [/[0-9]年(?<part>[・.,:;'])(?=度)/gu, ''],
  [/(?:令和|平成|昭和|年|月)(?<part>[二三ニ])(?=[二三]十)/gu, ''],
  // Numbers of houses have no decimals.
  [/(?<=(?:丁目|町|番)[0-9]{1,4})(?<part>[.・])(?=[0-9]{1,2}(?:番|号))/gu, ''],
  [/次に(?<part>揚)(?=げる)/gu, '掲'],
  // Specks behind a comma: nothing is parted twice.
  [/(?<=[、,])(?<part>[:;'])(?=[\u3041-\u30ff\u3400-\u9fff])/gu, ''],
  [/(?<=も)(?<part>る)の(?=[^\u3041-\u3096]|[をはがとにで]|$)/gu, ''],
  [/(?<![\u3041-\u30ff\u3400-\u9fff])(?<part>るも|ゃも|る|ゃ)のづくり/gu, 'も'],
  [/連(?<part>[摸推堆]|携(?=携))(?=[しす協市町中のを])/gu, '携'],
  [/(?<part>[運達])携/gu, '連'],
  [/(?<part>[恊脇])(?:約|定|議|力)/gu, '協'],
  [/(?<=[\u3400-\u9fff])(?<part>[用友反皮丙])び(?=[\u3400-\u9fff])/gu, '及'],
  [/支(?<part>[措弄并])(?=する|し)/gu, '弁'],
  // The circle of 。 is read twice, or as a letter where a cell or line ends.
  [/[うくぐすつぬぶむるたいん](?<part>お)(?=。)/gu, ''],
  [/[うくぐすつぬぶむる](?<part>[soO°])$/gu, '。'],
  [/[\u3400-\u9fff](?<part><)(?=。)/gu, 'く'],
  [/(?<=る)(?<part>る[もゃや]|る|もる|もゃも)のとする/gu, 'も'],
  [/い(?<part>よょ|ょ)よう/gu, ''],
  // A small one after the large one of its kind is the same one read twice.
  [/ヤ(?<part>ャ)/gu, ''],
  [/ユ(?<part>ュ)/gu, ''],
  [/ヨ(?<part>ョ)/gu, ''],
  [/(?<![でま])し(?<part>ょ)うと(?=す|し)/gu, 'よ'],
  [/両市(?<part>[胃盯叮])/gu, '町'],
  [/(?<part>識)会の議決/gu, '議'],
  [/役割分(?<part>(?!担)[\u3400-\u9fff])/gu, '担'],
  [/^.の役割(?<part>分)$/gu, '分担'],
  [/〇(?<part>[O0oＯ])(?=[〇市町村])/gu, '○'],
  [/(?<=[\u3400-\u9fff](?![調比述並])[\u3400-\u9fff])(?<part>べ)(?=の[\u3400-\u9fff])/gu, 'へ'],
  [/KP(?<part>[l1|!])/gu, 'I'],
  [/K(?<part>D)PI/gu, ''],
  [/^KPI(?<part>[TLIlJ1|!]{1,2})$/gu, ''],
  [/(?<=[とにを])(?<part>ず)(?=る(?:。|もの|こと))/gu, 'す'],
  // 野 is read in its two parts.
  [/(?:政策|施策)分(?<part>田マ|里マ|里予|田予|野マ|野予)/gu, '野'],
  // Of the copies of an agreement each party keeps one.
  [/各自そ(?<part>の)(?=通を保有)/gu, 'の1'],
  [/(?<![\u3400-\u9fff])附(?<part>[始刑剛副])(?=$|\(|この|[0-9])/gu, '則'],
  // Behind names, and before what it always begins with.
  [/附(?<part>[\u3400-\u9fff])(?<!則)(?=この(?:連携|形成)?(?:協定|協約|規約|条例|規則)は)/gu, '則'],
  [/(?<part>あぁ)(?=あ)/gu, ''],
  [/\(KP[Il1|!](?<part>[D》}1\]J])$/gu, ')'],
  [/\(単位(?<part>[・.,;])/gu, ':'],
  // What closes a bracket that is open, and has none of its own kind.
  [/\([^()〈〉《》{}\s]{1,20}(?<part>[〉》}])/gu, ')'],
  [/(?<part>べ)へ(?=の)/gu, ''],
  [/(?<part>[賠岡疾圈疲固圓菩税閣関岩障][感城或])全体/gu, '圏域'],
  [/(?<part>[s5])DGs/gu, 'S'],
  [/SDG(?<part>[S5s8]{2,3}|[S58])(?![a-z])/gu, 's'],
  [/都市(?<part>[園固])(?=ビジョン|域|の形成|構想)/gu, '圏'],
  [/連携中枢都市(?<part>(?!圏)[\u3400-\u9fff])(?=ビジョン|の形成|構想|形成)/gu, '圏'],
  [/(?<![\u3400-\u9fff々])(?<part>域)(?=全体|の住民|を形成|間(?:の)?連携)/gu, '圏域'],
  [/圏域(?<part>[癌問閲開聞関閉閑閥閣簡澗])(?=の?連携)/gu, '間'],
  [/(?<=る)(?<part>とともるに|ととるもに|とるともに)/gu, 'とともに'],
  [/(?<=[\u3400-\u9fffァ-ヶー])(?<part>こ)よる/gu, 'に'],
  [/及(?<part>ひび|びび)/gu, 'び'],
  [/を通(?<part>じし)(?=[,、])/gu, 'じ'],
  [/取り組(?<part>お|ず)(?=。)/gu, 'む'],
  [/取り組(?<part>おむ)(?=。)/gu, 'む'],
  [/[甲乙丙丁](?<part>ど)(?=連携|協議|の調整)/gu, 'と'],
  [/地方自(?<part>[冶])/gu, '治'],
  // Small vowels stand in foreign words alone.
  [/(?<=[\u3041-\u3096])(?<part>ぁ)(?=[っりるれろ])/gu, 'あ'],
]

/** A party that a list lacks between its commas: 甲、、丙. */
const lostParties = ['、', ','].flatMap((comma) =>
  order.slice(1, -1).map((lost, i): [RegExp, string] => {
    const [before, after] = [order[i], order[i + 2]]
    return [new RegExp(`(?<=${before}${comma})(?<part>${comma})(?=${after})`, 'u'), `${lost}${comma}`]
  }),
)

/** With the place of the part: the same character may stand before it. */
const placed = [...words, ...lostParties].map(([pattern, to]) => [new RegExp(pattern, 'dgu'), to] as const)

/** Corrects characters inside words that are written in no other way. */
export function correctFixedWords(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded } of passagesOf(blocks))
    for (const [pattern, to] of placed)
      for (const { indices } of folded.matchAll(pattern)) {
        const [start, end] = indices?.groups?.part ?? [0, 0]
        if (end > start) correct(evidence, text, start, end, to, 'vocabulary')
      }
}
