import { type Context, report } from '../parse/context.ts'
import type { AppendedTable } from '../schema/agreement.ts'
import type { Article } from '../schema/provision.ts'

/** Reports each 別表 that says it belongs to an article (第１７条関係) which is not there. An excerpt of a statute ends before it. */
export function tableRelations(
  context: Context,
  articles: readonly Article[],
  tables: readonly AppendedTable[],
  isAgreement: boolean,
): void {
  const numbers = new Set(articles.map((a) => a.number))
  if (numbers.size === 0) return
  const last = Math.max(...articles.map((a) => Number.parseInt(a.number, 10)))
  for (const { title, relatesTo, where } of tables) {
    for (const article of relatesTo) {
      if (numbers.has(article) || (!isAgreement && Number.parseInt(article, 10) > last)) continue
      report(
        context,
        'reference-unresolved',
        { text: `${title}（第${article.replace('_', '条の')}${article.includes('_') ? '' : '条'}関係）`, article },
        where?.relatesTo,
      )
    }
  }
}
