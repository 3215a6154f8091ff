import { expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { parse } from './parse.ts'

test('reads the role of a municipality whose name holds what could be a particle', async () => {
  const text = [
    '瀬戸の港連携協約',
    '東かがわ市（以下「東かがわ市」という。）及び三木町（以下「三木町」という。）は、次のとおり協約を締結する。',
    '第１条　取組の内容及び役割は、次のとおりとする。',
    '　(1)　港の掃除',
    '　　(a)　取組の内容',
    '　　　港を掃く。',
    '　　(b)　東かがわ市の役割',
    '　　　船を出す。',
    '　　(c)　三木町の役割',
    '　　　人を出す。',
    '',
  ].join('\n')
  const { documents } = await parse(await readText(new TextEncoder().encode(text), 'a.txt'))
  const [agreement] = documents
  expect(
    agreement?.type === 'agreement' ? agreement.initiatives?.[0]?.roles.map((r) => `${r.party} ${r.text}`) : [],
  ).toEqual(['東かがわ市 船を出す。', '三木町 人を出す。'])
})
