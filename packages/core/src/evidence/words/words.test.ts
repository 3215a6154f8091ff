import { expect, test } from 'vitest'
import { correctedLines, correctedTable } from '../recognized-text.ts'

const agreement = (body: string): string =>
  `三朝町（以下「甲」という。）、北栄町（以下「乙」という。）及び琴浦町（以下「丙」という。）は、連携する。\n${body}`
const bodyOf = (text: string): string => text.split('\n').slice(1).join('\n')

test.each([
  ['第１条　甲、選及び丙は、連携する。', '第１条　甲、乙及び丙は、連携する。'],
  ['第１条　甲、選及び内は、連携する。', '第１条　甲、乙及び丙は、連携する。'],
  ['申、乙及び丙は、協議する。', '甲、乙及び丙は、協議する。'],
  ['甲 、乙 及び栓が協議して定める。', '甲 、乙 及び丙が協議して定める。'],
  ['圏域内の住民は、甲及び乙に通知する。', '圏域内の住民は、甲及び乙に通知する。'],
  ['甲の資料及び内部の資料を保管する。', '甲の資料及び内部の資料を保管する。'],
  ['甲及び本市は、選挙を行う。', '甲及び本市は、選挙を行う。'],
])('symbols of parties: %s', (seen, right) => expect(bodyOf(correctedLines(agreement(seen)))).toBe(right))

test('a definition between two others has the symbol between theirs', () =>
  expect(
    correctedLines('北栄町（以下「甲」という。）、琴浦町（以下「選」という。）及び湯梨浜町（以下「丙」という。）'),
  ).toContain('「乙」'))

test('documents without symbols have none put in', () =>
  expect(correctedLines('市、内及び外は、王と選を、本と栓で行う。')).toBe('市、内及び外は、王と選を、本と栓で行う。'))

test.each([
  ['予約の統ーを図る。', '予約の統一を図る。'],
  ['ー日当たりの乗降客数', '一日当たりの乗降客数'],
  ['センタ一の利用', 'センターの利用'],
  ['コ一ディネータ一', 'コーディネーター'],
  ['データ一覧', 'データ一覧'],
  ['相談窓ロを設ける。', '相談窓口を設ける。'],
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
  ['連携中枢都市岡ビジョン', '連携中枢都市岡ビジョン'],
  ['連携中枢都市賠ビジョン', '連携中枢都市圏ビジョン'],
  ['信和4年度の事業', '令和4年度の事業'],
  ['地域と区域と流域', '地域と区域と流域'],
  ['甲の役割分拍', '甲の役割分担'],
  ['〇O〇市町', '〇○〇市町'],
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
  ['() 計画\n(2) 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['(1.) 計画', '(1) 計画'],
  ['ー 3 一', '- 3 -'],
  ['(1) 計画\n(2 費用\n(3) 期間', '(1) 計画\n(2) 費用\n(3) 期間'],
  ['ア 調査\nイ 計画\nウ 工事\n工 検査', 'ア 調査\nイ 計画\nウ 工事\nエ 検査'],
  ['(失効\n第８条 この協定は、失効する。', '(失効)\n第８条 この協定は、失効する。'],
])('sequences: %j', (seen, right) => expect(correctedLines(seen)).toBe(right))

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

test('names of the document that are misread once', () =>
  expect(
    correctedLines('琴浦町、北栄町\n琴浦町、北栄町\n琴浦町、北榮町\n琴浦盯、北栄町', { confidence: 0.8 })
      .split('\n')
      .slice(2),
  ).toEqual(['琴浦町、北栄町', '琴浦町、北栄町']))

test('dirt between Japanese characters', () =>
  expect(correctedLines(`${'住民に周知する。'.repeat(6)}\n_取組"を進める。.`)).toContain('\n取組を進める。'))
