import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matched } from './comparison-match.ts'
import { readAmendment } from './read.ts'

const front =
  '湖東市斎場規約の一部を改正する規約\n\n湖東市斎場規約の一部を次のように改正する。\n次の表のとおり改正する。\n\n'
const read = async (text: string) => {
  const { amendment, diagnostics } = await readAmendment(`${front}${text}\n`)
  const brief = amendment.operations.map(({ kind, target, from, to, destination, position }) =>
    JSON.parse(JSON.stringify({ kind, target, from, to, destination, position })),
  )
  return { amendment, brief, codes: diagnostics.map((d) => d.code) }
}

test.each<[string, string, object[]]>([
  [
    'words of a paragraph',
    '改正前\t改正後\n第２条　甲は、報告する。\t第２条　甲は、毎年度、報告する。\n２　（略）\t２　（略）',
    [
      {
        kind: 'replace',
        target: { article: '2', paragraph: 1 },
        from: '甲は、報告する。',
        to: '甲は、毎年度、報告する。',
      },
    ],
  ],
  [
    'a provision that is dropped, and those behind it that move up',
    '|改正後|改正前|\n|---|---|\n|（削る）|（会議）<br>第４条　甲は、会議を開く。|\n|第４条　（略）|第５条　（略）|',
    [
      { kind: 'delete', target: { article: '4' } },
      { kind: 'renumber', target: { article: '5' }, destination: { article: '4' } },
    ],
  ],
  [
    'an item that is added, without a cell beside it',
    '現行\t改正案\n第２条　事務は、次のとおりとする。\t第２条　事務は、次のとおりとする。\n(1) 受付\t(1) 受付\n\t(2) 火葬',
    [{ kind: 'insert', target: { article: '2', item: '1' }, position: 'after' }],
  ],
  [
    'columns that spaces set apart',
    '      変更前                      変更後\n（経費）                    （経費）\n第２条　経費は、折半とする。第２条　経費は、人口割とす\n                            る。\n第３条　（略）              第３条　（略）',
    [{ kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' }],
  ],
  [
    'columns of lines that begin in several places',
    '　　　変更後　　　　　　　　　変更前\n　（経費）　　　　　　　　　（経費）\n第２条　経費は、人口割と　　第２条　経費は、折半とす\n　する。　　　　　　　　　　　る。\n第３条　舟は、次による。　　第３条　舟は、次による。\n　(1)　渡し舟　　　　　　　　　(1)　渡し舟\n　(2)　釣り舟',
    [
      { kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' },
      { kind: 'insert', target: { article: '3', item: '1' }, position: 'after' },
    ],
  ],
  [
    'columns of what is and what is proposed',
    '改正後（案）\t現行\n第２条　経費は、人口割とする。\t第２条　経費は、折半とする。',
    [{ kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' }],
  ],
])('reads %s in a 新旧対照表', async (_, text, expected) => {
  const { brief, codes } = await read(text)
  expect(brief).toEqual(expected)
  expect(codes).toEqual([])
})

test('says that an appended table beside another was not compared', async () => {
  const { codes } = await read('改正前\t改正後\n第１条　（略）\t第１条　（略）\n別表\t別表\n甲　折半\t甲　人口割')
  expect(codes).toEqual(['amendment-unread'])
})

test('keeps rows that are quoted apart from the provisions before them', async () => {
  const text =
    '第２条の次に次の１条を加える。\n第３条　甲は、報告する。\n別表中\n「\nあ\tい\tう\n」を\n「\nえ\tお\tか\n」に改める。'
  const { amendment, diagnostics } = await readAmendment(`${front.replace('次の表のとおり改正する。\n', '')}${text}\n`)
  expect(amendment.operations[0]?.content?.articles?.[0]?.paragraphs).toMatchObject([{ text: '甲は、報告する。' }])
  expect(diagnostics.map((d) => d.code)).toEqual(['amendment-unread'])
})

test('pairs every provision once, in order', () => {
  const node = fc.record({
    number: fc.constantFrom('1', '2', '3'),
    words: fc.constantFrom('甲は', '乙は', '略'),
    row: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), fc.array(node, { maxLength: 8 }), (old, now) => {
      const pairs = matched(old, now)
      expect(pairs.flatMap(([a]) => (a ? [a] : []))).toEqual(old)
      expect(pairs.flatMap(([, b]) => (b ? [b] : []))).toEqual(now)
    }),
  )
})
