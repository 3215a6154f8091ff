import { describe, expect, it } from 'vitest'
import { blocksOf } from '../layout/blocks.ts'
import { readText } from '../read/text.ts'
import { documentsOf } from './documents.ts'
import { parse } from './parse.ts'

async function kindsOf(text: string): Promise<string[]> {
  const source = await readText(new TextEncoder().encode(text), 'file.txt')
  return documentsOf(blocksOf(source)).map((d) => `${d.kind} ${d.title?.folded ?? ''}`.trim())
}
const agreement = (title: string): string => `${title}\n\n（目的）\n第１条　甲及び乙は、協力する。\n`

describe('documents of a file', () => {
  it('are told by their titles and articles', async () => {
    expect(await kindsOf(agreement('湖東連携協約'))).toEqual(['agreement 湖東連携協約'])
    expect(await kindsOf(agreement('湖東広域組合規約'))).toEqual(['regulation 湖東広域組合規約'])
    expect(
      await kindsOf(
        '湖東広域組合規約を廃止する規約\n\n湖東広域組合規約は、廃止する。\n\n附則\nこの規約は、公布の日から施行する。\n',
      ),
    ).toEqual(['amendment'])
    expect(await kindsOf('湖東連携協約（案）の概要\n\n【目的】（第１条）\n協力すること\n')).toEqual([
      'outline 湖東連携協約(案)の概要',
    ])
    expect(await kindsOf('湖東都市圏ビジョン　概要版\n\n令和６年４月\n\n圏域の将来像を示します。\n')).toEqual([
      'vision 湖東都市圏ビジョン 概要版',
    ])
    expect(await kindsOf('湖東ビジョン\n\n事業名\t湖の浄化\n関係市町\t彦根市、米原市\n')).toEqual([
      'vision 湖東ビジョン',
    ])
    expect(await kindsOf('湖東の連携\n\n更新日 2024年4月1日\n\n湖東都市圏は2市から成ります。\n')).toEqual([
      'profile 湖東の連携',
    ])
  })

  it('amend another where they are concluded in the matter of its change, in articles of their own', async () => {
    const text =
      '連携協約の一部を変更する連携協約\n\n　彦根市（以下「甲」という。）及び米原市（以下「乙」という。）は、連携協約（以下「原協約」という。）の一部を変更することについて、地方自治法第２５２条の２第４項の規定により、次のとおり連携協約を締結する。\n\n第１条　原協約第３条中「森」を「森及び湖」に改める。\n'
    const { documents } = await parse(await readText(new TextEncoder().encode(text), 'file.txt'))
    expect(documents).toMatchObject([
      { type: 'amendment', operations: [{ kind: 'replace', target: { article: '3' }, from: '森', to: '森及び湖' }] },
    ])
  })

  it('begin anew where another title stands over 第１条', async () => {
    expect(await kindsOf(`${agreement('湖東連携協約')}\n${agreement('湖東連携協約附属協定書')}`)).toEqual([
      'agreement 湖東連携協約',
      'agreement 湖東連携協約附属協定書',
    ])
  })

  it('begin with the number under which a paper encloses them', async () => {
    const text = `${agreement('湖東連携協約')}\n別紙２\n\n${agreement('湖西連携協約')}`
    const source = await readText(new TextEncoder().encode(text), 'file.txt')
    expect(documentsOf(blocksOf(source)).map(({ blocks: [first] }) => first?.kind === 'line' && first.folded)).toEqual([
      '湖東連携協約',
      '別紙2',
    ])
  })

  it('do not begin at a wrapped line of the preamble that ends like a title', async () => {
    const text = `湖東細目協定\f\n　彦根市及び米原市は、湖東連携協約の実施に関し、次のとおり細目協定\nを締結する。\n第１条　両市は、協力する。\n`
    expect(await kindsOf(text)).toEqual(['agreement 湖東細目協定'])
  })

  it('do not begin at the articles of a 附則', async () => {
    expect(await kindsOf(`${agreement('湖東連携条例')}附　則\n第１条　この条例は、公布の日から施行する。\n`)).toEqual([
      'regulation 湖東連携条例',
    ])
  })

  it('are amendments where one says what it amends', async () => {
    const text =
      '湖東連携条例の一部を改正する条例\n\n　湖東連携条例（令和２年条例第３号）の一部を次のように改\n正する。\n　第２条中「湖」を「川」に改める。\n'
    expect(await kindsOf(text)).toEqual(['amendment'])
  })

  it('can be a 別表 alone, with columns beside those of the roles', async () => {
    const table =
      '別表,,,,\n分野,取組,甲の役割,乙の役割,負担割合\n防災,備蓄,買う。,置く。,5割\n防災,訓練,開く。,出る。,6割\n'
    expect(await kindsOf(table)).toEqual(['agreement'])
  })

  it('are none in any other text', async () => {
    expect(await kindsOf('拝啓\n\n時下ますます御清栄のこととお喜び申し上げます。\n')).toEqual([])
  })
})
