import { expect, test } from 'vitest'
import { agreement, resultOf } from '../testing/articles.ts'
import { compareRedline } from './compare-redline.ts'

test('reads a redlined article as its two versions, and one that was put in as added', () => {
  const comparison = compareRedline(
    resultOf([
      agreement([
        {
          number: '1',
          title: '第１条',
          caption: '協議',
          paragraphs: [
            {
              number: 1,
              text: '甲及び乙は、毎年度２回協議する。',
              at: {
                span: [0, 17],
                spans: [
                  [0, 9],
                  [10, 17],
                ],
                runs: [
                  { mark: 'deleted', text: '１', span: [9, 10] },
                  { mark: 'inserted', text: '２', span: [10, 11] },
                ],
              },
            },
          ],
        },
        {
          number: '2',
          title: '第２条',
          paragraphs: [
            {
              number: 1,
              text: '協議の結果は、公表する。',
              at: { span: [20, 32], runs: [{ mark: 'inserted', text: '協議の結果は、公表する。', span: [20, 32] }] },
            },
          ],
        },
      ]),
    ]),
  )
  expect(comparison.mode).toBe('redline')
  expect(comparison.articles.map((a) => a.status)).toEqual(['changed', 'added'])
  expect(comparison.articles[0]?.paragraphs?.[0]?.text?.map((e) => [e.op, e.text])).toEqual([
    ['equal', '甲及び乙は、毎年度'],
    ['delete', '１回'],
    ['insert', '２回'],
    ['equal', '協議する。'],
  ])
})
