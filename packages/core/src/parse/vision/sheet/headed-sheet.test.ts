import { expect, test } from 'vitest'
import { readVision } from '../../../testing/read-vision.ts'

test('a sheet below a numbered name ends at the next one, though that begins with another field', async () => {
  const { vision } = await readVision(
    [
      '＜具体的取組＞',
      '',
      '（1）医療',
      '',
      'ア　救急医療の確保',
      '',
      '【協定の内容】',
      '初期救急の体制を確保する。',
      '',
      '〔取組の内容〕',
      '・急病センターの運営',
      '〔関係町村〕　倉吉市、三朝町',
      '〔事業費〕　500千円',
      '',
      '（2）福祉',
      '',
      'ア　支援センターの広域利用',
      '',
      '〔取組の内容〕',
      '・支援センターを広域で利用する。',
      '〔関係町村〕　倉吉市、北栄町',
      '〔事業費〕　600千円',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '救急医療の確保',
      initiative: '医療',
      participants: ['倉吉市', '三朝町'],
      budget: { total: { yen: 500_000 } },
    },
    {
      title: '支援センターの広域利用',
      initiative: '福祉',
      participants: ['倉吉市', '北栄町'],
      budget: { total: { yen: 600_000 } },
    },
  ])
})
