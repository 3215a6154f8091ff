import { expect, test } from 'vitest'
import { drawSource, gridRules } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized, correctedLines, correctedTable } from '../recognized-text.ts'

const agreement = (body: string): string =>
  `三朝町（以下「甲」という。）、北栄町（以下「乙」という。）及び琴浦町（以下「丙」という。）は、連携する。\n${body}`
const bodyOf = (text: string): string => text.split('\n').slice(1).join('\n')

test.each([
  ['第１条　甲、選及び丙は、連携する。', '第１条　甲、乙及び丙は、連携する。'],
  ['第１条　甲、選及び内は、連携する。', '第１条　甲、乙及び丙は、連携する。'],
  ['甲、乙及び末が記名押印する。', '甲、乙及び丙が記名押印する。'],
  ['甲、乙、丙及び県が支援する。', '甲、乙、丙及び県が支援する。'],
  ['甲、乙及び国が支援する。', '甲、乙及び国が支援する。'],
  [
    '甲及び内は協議する。甲及び内は連携する。乙及び内は公表する。図書に関する内の資料を示す。',
    '甲及び丙は協議する。甲及び丙は連携する。乙及び丙は公表する。図書に関する丙の資料を示す。',
  ],
  ['申、乙及び丙は、協議する。', '甲、乙及び丙は、協議する。'],
  ['甲 、乙 及び栓が協議して定める。', '甲 、乙 及び丙が協議して定める。'],
  ['圏域内の住民は、甲及び乙に通知する。', '圏域内の住民は、甲及び乙に通知する。'],
  ['甲の資料及び内部の資料を保管する。', '甲の資料及び内部の資料を保管する。'],
  ['甲及び本市は、選挙を行う。', '甲及び本市は、選挙を行う。'],
  ['甲、乙及びは、協議する。', '甲、乙及び丙は、協議する。'],
  ['四、乙及び丙が負担する。', '甲、乙及び丙が負担する。'],
  ['国、乙及び丙が負担する。', '国、乙及び丙が負担する。'],
  ['資料を乙の住民に渡す。案内をの住民に渡す。', '資料を乙の住民に渡す。案内を乙の住民に渡す。'],
])('symbols of parties: %s', (seen, right) => expect(bodyOf(correctedLines(agreement(seen)))).toBe(right))

test('a definition between two others has the symbol between theirs', () =>
  expect(
    correctedLines('北栄町（以下「甲」という。）、琴浦町（以下「選」という。）及び湯梨浜町（以下「丙」という。）'),
  ).toContain('「乙」'))

test('who sign stand in the order of their symbols', () =>
  expect(
    bodyOf(
      correctedLines(
        agreement(
          '甲　鳥取県三朝町本町1番\n乙　鳥取県北栄町本町2番\n丙　鳥取県琴浦町本町3番\n本　鳥取県湯梨浜町本町4番',
        ),
      ),
    ),
  ).not.toMatch(/丙.*\n丙/u))

test('documents without symbols have none put in', () =>
  expect(correctedLines('市、内及び外は、王と選を、本と栓で行う。')).toBe('市、内及び外は、王と選を、本と栓で行う。'))

test.each([
  ['予約の統ーを図る。', '予約の統一を図る。'],
  ['ー日当たりの乗降客数', '一日当たりの乗降客数'],
  ['センタ一の利用', 'センターの利用'],
  ['コ一ディネータ一', 'コーディネーター'],
  ['データ一覧', 'データ一覧'],
  ['相談窓ロを設ける。', '相談窓口を設ける。'],
  ['令和六年五月ニ十日', '令和六年五月二十日'],
  ['関係者の協カを得る。', '関係者の協力を得る。'],
  ['力ーシェアリング', 'カーシェアリング'],
  ['学校給食ヘの供給', '学校給食への供給'],
  ['エ 経費の負担', 'エ 経費の負担'],
  ['二次医療とニセコ町', '二次医療とニセコ町'],
  ['人口の減少に対応する。', '人口の減少に対応する。'],
])('scripts: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  ['商談は6.933件とする。', '商談は6,933件とする。'],
  ['費用は5,864,.000円とする。', '費用は5,864,000円とする。'],
  ['出生率は1.234とする。', '出生率は1.234とする。'],
  ['面積は12.345㎢である。', '面積は12.345㎢である。'],
])('numbers: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  ['南部賠域の形成', '南部圏域の形成'],
  ['賠感全体の経済', '圏域全体の経済'],
  ['域全体の経済と区域内の住民', '圏域全体の経済と区域内の住民'],
  ['連携中枢都市岡ビジョン', '連携中枢都市圏ビジョン'],
  ['平成二二十八年二月に', '平成二十八年二月に'],
  ['令和・7年:度の事業', '令和7年度の事業'],
  ['本町二丁目2.7番17号', '本町二丁目27番17号'],
  ['次に揚げるもの', '次に掲げるもの'],
  ['SDGSs', 'SDGs'],
  ['SDGS.', 'SDGs.'],
  ['SDG5の目標', 'SDGsの目標'],
  ['旗を揚げるもの', '旗を揚げるもの'],
  ['成果を検証し、:改善する', '成果を検証し、改善する'],
  ['次に掲げるもるの', '次に掲げるもの'],
  ['るのづくりの技能', 'ものづくりの技能'],
  ['まちのづくり手', 'まちのづくり手'],
  ['甲、、丙及び丁が記名する', '甲、乙、丙及び丁が記名する'],
  ['連携中枢都市福岡ビジョン', '連携中枢都市福岡ビジョン'],
  ['連携中枢都市賠ビジョン', '連携中枢都市圏ビジョン'],
  ['信和4年度の事業', '令和4年度の事業'],
  ['地域と区域と流域', '地域と区域と流域'],
  ['甲の役割分拍', '甲の役割分担'],
  ['〇O〇市町', '〇○〇市町'],
  ['事業に取り組むお。', '事業に取り組む。'],
  ['議決を経るるのとする。', '議決を経るものとする。'],
  ['変更しょうとするときは', '変更しようとするときは'],
  ['学校給食べの供給', '学校給食への供給'],
  ['取調べの結果', '取調べの結果'],
])('words: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  [
    '第１条（目的）\n第２条（役割）\n第８条（費用）\n第４条（期間）',
    '第１条（目的）\n第２条（役割）\n第３条（費用）\n第４条（期間）',
  ],
  ['第１条（目的）\n第２粂（役割）\n第３条（費用）', '第１条（目的）\n第２条（役割）\n第３条（費用）'],
  [
    '第１条（目的）\n第２条（役割）\n第５条（費用）\n第６条（期間）',
    '第１条（目的）\n第２条（役割）\n第５条（費用）\n第６条（期間）',
  ],
  ['第１条　目的を定める。\n第２条、役割を定める。', '第１条　目的を定める。\n第２条　役割を定める。'],
  ['第１条。目的を定める。\n・第２条・役割を定める。', '第１条　目的を定める。\n第２条　役割を定める。'],
  ['第１条　目的は、\n第２条、第３条及び第４条に定める。', '第１条　目的は、\n第２条、第３条及び第４条に定める。'],
  ['2・公表の方法は、別に定める。', '2　公表の方法は、別に定める。'],
  ['() 計画\n(2) 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['(1) 計画\n(2) 費用\n() 人員\n(2) 期間', '(1) 計画\n(2) 費用\n(1) 人員\n(2) 期間'],
  ['(1) 計画\n(2) 費用\n13期間\n(4) 人員', '(1) 計画\n(2) 費用\n(3)期間\n(4) 人員'],
  ['(11) 計画\n(2) 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['(]) 計画の作成', '(1) 計画の作成'],
  ['(C1) 計画\n(2) 費用', '(1) 計画\n(2) 費用'],
  ['(1) 計画\n13日までの費用\n(2) 期間', '(1) 計画\n13日までの費用\n(2) 期間'],
  ['(1.) 計画', '(1) 計画'],
  ['ー 3 一', '- 3 -'],
  ['ー　　　3　一', '- 3 -'],
  ['(1]) 計画\n(2) 費用', '(1) 計画\n(2) 費用'],
  ['(1) 計画\n(2)・費用\n(3) 期間', '(1) 計画\n(2)費用\n(3) 期間'],
  ['(1) 計画\n2) 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['(1)、計画\n(2)、費用\n(3)、期間', '(1)、計画\n(2)、費用\n(3)、期間'],
  ['2) 費用の額', '2) 費用の額'],
  [
    'I_産業の振興\n(1) 観光\nll　交通の充実\n(1) 鉄道\n山　暮らしの安心\n(1) 医療',
    'Ⅰ　産業の振興\n(1) 観光\nⅡ　交通の充実\n(1) 鉄道\nⅢ　暮らしの安心\n(1) 医療',
  ],
  [
    '1　産業の振興\n(1) 観光\n[I　交通の充実\n(1) 鉄道\n帳　暮らしの安心\n(1) 医療',
    'Ⅰ　産業の振興\n(1) 観光\nⅡ　交通の充実\n(1) 鉄道\nⅢ　暮らしの安心\n(1) 医療',
  ],
  ['I　産業の振興\n(1) 観光\n2　交通の充実\n(1) 鉄道', 'I　産業の振興\n(1) 観光\n2　交通の充実\n(1) 鉄道'],
  ['IT産業の振興\n(1) 観光\nII　交通の充実\n(1) 鉄道', 'IT産業の振興\n(1) 観光\nII　交通の充実\n(1) 鉄道'],
  [
    'Ⅰ　産業の振興\nⅡ　高次の都市機能の集積\n皿圏域全体の生活関連機能サービスの向上',
    'Ⅰ　産業の振興\nⅡ　高次の都市機能の集積\nⅢ　圏域全体の生活関連機能サービスの向上',
  ],
  [
    '1　産業の振興\n(1) 観光\n2　交通の充実\n(1) 鉄道\n3　暮らしの安心\n(1) 医療',
    '1　産業の振興\n(1) 観光\n2　交通の充実\n(1) 鉄道\n3　暮らしの安心\n(1) 医療',
  ],
  [
    '-　圏域全体の経済成長のけん引\n(1) 観光\n2　圏域全体の生活関連機能サービスの向上',
    '1　圏域全体の経済成長のけん引\n(1) 観光\n2　圏域全体の生活関連機能サービスの向上',
  ],
  ['(ウ)。　乙の役割', '(ウ)　乙の役割'],
  ['2_公表の方法は、別に定める。', '2　公表の方法は、別に定める。'],
  ['⑪計画\n(2 費用\n(3) 期間', '(1)計画\n(2) 費用\n(3) 期間'],
  [
    '第１条　次による。\n(1) 計画\n(2) 費用\n第２条　次による。\n⑪計画\n(2) 費用',
    '第１条　次による。\n(1) 計画\n(2) 費用\n第２条　次による。\n(1)計画\n(2) 費用',
  ],
  ['第１条（目的）、この協約は、定める。', '第１条（目的）　この協約は、定める。'],
  ['第１条（目的）　　。甲は、定める。', '第１条（目的）　　　甲は、定める。'],
  ['第１条（目的）・ 甲は、定める。', '第１条（目的）　 甲は、定める。'],
  ['第１条（目的】　甲は、定める。', '第１条（目的）　甲は、定める。'],
  ['第１条（目的　　甲は、定める。', '第１条（目的）　　甲は、定める。'],
  ['第１条（目的 甲は、定める。', '第１条（目的 甲は、定める。'],
  ['(1) 計画\n(2 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['ア 調査\nイ 計画\nウ 工事\n工 検査', 'ア 調査\nイ 計画\nウ 工事\nエ 検査'],
  ['ア・観光の案内\nイ　窓口の設置', 'ア観光の案内\nイ　窓口の設置'],
  ['ア・イ及びウの費用', 'ア・イ及びウの費用'],
  ['(失効\n第８条 この協定は、失効する。', '(失効)\n第８条 この協定は、失効する。'],
])('sequences: %j', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  ['調査を進めるととるもに、公表する。', '調査を進めるとともに、公表する。'],
  ['電話こよる相談に取り組ず。', '電話による相談に取り組む。'],
  ['講座等を通じし、広報に取り組おむ。', '講座等を通じ、広報に取り組む。'],
  ['講座等を通し、広報に取り組む。', '講座等を通し、広報に取り組む。'],
  ['甲及ひび乙は、丙ど連携する。', '甲及び乙は、丙と連携する。'],
  ['次のとおりとずる。これに準ずる。', '次のとおりとする。これに準ずる。'],
  ['議決を経るるゃのとする。', '議決を経るものとする。'],
  ['本書2通を作成し、各自その通を保有する。', '本書2通を作成し、各自その1通を保有する。'],
  ['附始\nこの協定は、締結の日から効力を生ずる。', '附則\nこの協定は、締結の日から効力を生ずる。'],
  [
    '市長　星野　茂\n附　旭\nこの協定は、締結の日から効力を生ずる。',
    '市長　星野　茂\n附　則\nこの協定は、締結の日から効力を生ずる。',
  ],
  ['議決があぁあったこと', '議決があったこと'],
])('words that are written in no other way: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test.each([
  [
    ['事業日的', '交流を増やす。'],
    ['事業目的', '交流を増やす。'],
  ],
  [
    ['重要業續評価指榛', '参加者数'],
    ['重要業績評価指標', '参加者数'],
  ],
  [
    ['備.考', '調整中'],
    ['備考', '調整中'],
  ],
  [
    ['事業者', '民間'],
    ['事業者', '民間'],
  ],
  [
    ['事業費', '未定'],
    ['事業費', '未定'],
  ],
])('labels: %j', (seen, right) => expect(correctedTable([seen, ['', '']]).rows[0]).toEqual(right))

test('Roman numbers of pillars in the first column', () => {
  const row = (pillar: string, name: string): string[] => [pillar, name, '案内する。']
  const rows = [
    ['分野', '取組', '役割'],
    row(']　_圏域全体の経済成長のけん引', '観光'),
    row('', '創業'),
    row('H H圏域全体の生活関連機能サービスの向上', '医療'),
  ]
  const read = correctedTable(rows).rows
  expect([read[1]?.[0], read[3]?.[0]]).toEqual([
    'Ⅰ　圏域全体の経済成長のけん引',
    'Ⅱ　圏域全体の生活関連機能サービスの向上',
  ])
})

test('Roman numbers of rows that hold a heading alone', () => {
  const role = ['観光', '案内する。', '協力する。']
  const rows = [['取組', '甲の役割', '乙の役割'], ['I　産業の振興', '', ''], role, ['・I　交通の充実', '', ''], role]
  const read = correctedTable(rows).rows
  expect([read[1]?.[0], read[3]?.[0]]).toEqual(['Ⅰ　産業の振興', 'Ⅱ　交通の充実'])
})

test.each([
  [40, 'Ⅱ　交通の充実'],
  [22, '交通の充実'],
  [90, '交通の充実'],
])('a Roman number that was lost over a table: words at %d', (x, right) => {
  const cell = (x: number, y: number) => ({ x, y, text: '役割', size: 9 })
  const source = drawSource({
    rules: [...gridRules([20, 120, 220], [60, 80]), ...gridRules([20, 120, 220], [160, 180])],
    texts: [
      { x: 22, y: 50, text: 'I　産業の振興', size: 9 },
      { x, y: 150, text: '交通の充実', size: 9 },
      ...[cell(22, 74), cell(122, 74), cell(22, 174), cell(122, 174)],
    ],
  })
  const { blocks } = correctedBlocks(asRecognized(source))
  expect(blocks.flatMap((b) => (b.kind === 'line' ? [b.text.value] : [])).at(-1)).toBe(right)
})

test('names of the document that are misread once', () =>
  expect(
    correctedLines('琴浦町、北栄町\n琴浦町、北栄町\n琴浦町、北榮町\n琴浦盯、北栄町', { confidence: 0.8 })
      .split('\n')
      .slice(2),
  ).toEqual(['琴浦町、北栄町', '琴浦町、北栄町']))

test.each([
  ['会議は、和琴浦町で開く。', '会議は、琴浦町で開く。'],
  ['琴め浦町長', '琴浦町長'],
  ['美琴浦町', '美琴浦町'],
  ['琴と浦町', '琴と浦町'],
])('names of the document with a character too many: %s', (seen, right) =>
  expect(correctedLines(`琴浦町、北栄町\n琴浦町、北栄町\n${seen}`, { unsure: ['め'] }).split('\n')[2]).toBe(right),
)

test('dirt between Japanese characters', () =>
  expect(correctedLines(`${'住民に周知する。'.repeat(6)}\n_取組"を進める。.`)).toContain('\n取組を進める。'))

test.each([
  ['琴浦町', '北栄町', '三・朝町', '三朝町'],
  ['琴浦町', '北栄町', '三胡町', '三朝町'],
  ['琴浦町', '北栄町', '津和野町', '津和野町'],
  ['琴浦町', '調整中', '三胡町', '三胡町'],
])('a name among others of its prefecture: %s %s %s', (...[first, second, seen, right]) =>
  expect(
    correctedTable(
      [
        [first, second, seen],
        ['○', '○', '○'],
      ],
      { unsure: ['胡'] },
    ).rows[0]?.[2],
  ).toBe(right),
)

test('a name by itself in a cell whose unsure end is none of a municipality', () => {
  const rows = [
    ['事業', '上松箱', '阿南町'],
    ['上松町の事業', '○', '○'],
    ['上松町及び阿南町', '○', '○'],
  ]
  expect(correctedTable(rows, { unsure: ['箱'] }).rows[0]).toEqual(['事業', '上松町', '阿南町'])
  expect(correctedTable(rows).rows[0]).toEqual(rows[0])
})

test('a name of which a neighbour is as near is the one that its row lacks, or stays', () => {
  const row = (...heads: string[]): string[] | undefined =>
    correctedTable([heads, ['芦北町', '○', '○'], ['芦北町', '○', '○']], { unsure: ['著'] }).rows[0]
  expect(row('熊本市', '芦北町', '著北町')).toEqual(['熊本市', '芦北町', '苓北町'])
  expect(row('熊本市', '水俣市', '著北町')).toEqual(['熊本市', '水俣市', '著北町'])
})

test.each([
  ['へ海とともに暮らす町へ', '～海とともに暮らす町へ～'],
  ['~海とともに生きるへ', '~海とともに生きる～'],
  ['ー海とともに生きる~', '～海とともに生きる~'],
  ['へ~海とともに生きる~', '～海とともに生きる~'],
  ['へ共に歩み、次の世代へー', '～共に歩み、次の世代へ～'],
  ['共に歩み、次の世代ヘー', '～共に歩み、次の世代へ～'],
])('waves around a subtitle: %s', (seen, right) => expect(correctedLines(seen, { unsure: ['へ海'] })).toBe(right))

test('a line that goes on from one before stays', () =>
  expect(correctedLines('海とともに暮らす町\nへ来る人を迎え、町へ')).toBe('海とともに暮らす町\nへ来る人を迎え、町へ'))

test.each([
  ['参加者を募り、・甲に通知する。', '参加者を募り、甲に通知する。'],
  ["中央一丁目1'6番17号", '中央一丁目16番17号'],
  ["年額1'600円", "年額1'600円"],
  ['3"暮らしを支える', '3　暮らしを支える'],
  ['12人(令和5年度〉', '12人(令和5年度)'],
])('specks inside of a line: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))

test('a label in katakana that was seen twice', () =>
  expect(correctedLines('(ア)　甲の役割\n(イ)　乙の役割\n(ウウ)　丙の役割\n(エエ)コ')).toBe(
    '(ア)　甲の役割\n(イ)　乙の役割\n(ウ)　丙の役割\n(エ)コ',
  ))

test('a stroke and two kanji are Roman numbers where those between them are', () =>
  expect(
    correctedLines('|　産業の振興\n(1)　販路\nll　交通の充実\n(1)　路線\n上山_福祉の充実\n(1)　見守り', {
      unsure: ['ll', '上山_'],
    }),
  ).toBe('Ⅰ　産業の振興\n(1)　販路\nⅡ　交通の充実\n(1)　路線\nⅢ　福祉の充実\n(1)　見守り'))

test('a stroke with a point is the number before 2.', () => {
  expect(correctedLines('],　産業の振興\n2.　交通の充実')).toBe('1.　産業の振興\n2.　交通の充実')
  expect(correctedLines('],　産業の振興\n3.　交通の充実')).toBe('],　産業の振興\n3.　交通の充実')
})

test.each([['Ⅰ　産業に係る政策分野', 'Ⅱ　交通に係る政策分野', '川づくりに係る政策分野']])(
  'a kanji like strokes that is sure begins a word: %s',
  (...lines) => expect(correctedLines(lines.join('\n')).split('\n').at(-1)).toBe(lines.at(-1)),
)

test('Roman numbers of fields of policy, read as strokes and as a kanji', () => {
  const seen =
    'T　産業の振興に係る政策分野\n(1)　販路\nTI都市の拠点性に係る政策分野\n(1)　路線\n血暮らしの安心に係る政策分野\n(1)　医療'
  const right =
    'Ⅰ　産業の振興に係る政策分野\n(1)　販路\nⅡ　都市の拠点性に係る政策分野\n(1)　路線\nⅢ　暮らしの安心に係る政策分野\n(1)　医療'
  expect(correctedLines(seen, { unsure: ['血'] })).toBe(right)
})

test('the first item under a pillar where it was misread, as it stands under another', () => {
  const seen =
    'Ⅰ　産業に係る政策分野\n(1)　観光\nⅡ　都市に係る政策分野\n(C13滞在する観光\nⅢ　暮らしに係る政策分野\n名1高度な医療'
  const right =
    'Ⅰ　産業に係る政策分野\n(1)　観光\nⅡ　都市に係る政策分野\n(1)滞在する観光\nⅢ　暮らしに係る政策分野\n(1)高度な医療'
  expect(correctedLines(seen, { unsure: ['(C13', '名1'] })).toBe(right)
  expect(correctedLines(seen).split('\n')[3]).toBe('(C13滞在する観光')
})

test('labels down a column of a table', () => {
  const rows = ['ア　観光', 'イ　創業', 'ウ　医療', '工図書館', 'オ　交通', '工業の振興'].map((label) => [
    label,
    '行う。',
  ])
  expect(correctedTable(rows).rows.map(([label]) => label)).toEqual([
    'ア　観光',
    'イ　創業',
    'ウ　医療',
    'エ図書館',
    'オ　交通',
    '工業の振興',
  ])
})

test('a field of policy in the row of a table whose number was lost, after others that have one', () => {
  const role = ['観光', '案内する。', '協力する。']
  const head = (text: string): string[] => [text, '', '']
  const rows = [
    ['取組', '甲の役割', '乙の役割'],
    ...[head('I　産業に係る政策分野'), role, head('ll　都市に係る政策分野'), role, head('暮らしに係る政策分野'), role],
  ]
  const read = correctedTable(rows).rows
  expect([1, 3, 5].map((r) => read[r]?.[0])).toEqual([
    'Ⅰ　産業に係る政策分野',
    'Ⅱ　都市に係る政策分野',
    'Ⅲ　暮らしに係る政策分野',
  ])
})

test('a bracket of which the number was lost, before the second of a list', () => {
  const seen = '第６条　次に掲げる事項を協議する。\n(計画に関する事項\n(2)　費用に関する事項\n(3)　その他の事項'
  const right = '第６条　次に掲げる事項を協議する。\n(1)計画に関する事項\n(2)　費用に関する事項\n(3)　その他の事項'
  expect(correctedLines(seen)).toBe(right)
})

test('a word that begins with a kanji like the next letter is none of a list', () => {
  const lines = '第３条　次による。\n(ア)　観光\n(イ)　創業\n(ウ)　乙の役割\n工場見学の受入れを行う。\n(エ)　医療'
  expect(correctedLines(lines)).toBe(lines)
})

test('the heading of an article whose number is no numeral, between two that leave but one', () => {
  const articles = (seen: string): string =>
    ['第六条', seen, '第八条'].map((head) => `${head}　両町は、協議して定める。`).join('\n')
  expect(correctedLines(articles('第巧条'))).toBe(articles('第七条'))
})
