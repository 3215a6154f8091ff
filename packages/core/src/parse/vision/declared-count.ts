import type { At } from '../../schema/at.ts'
import type { Text } from '../../text/text.ts'
import { type Context, locate } from '../context.ts'
import type { Division } from './division.ts'
import { bareOf } from './row.ts'

export interface DeclaredCount {
  count: number
  at: (context: Context) => At
}

const counted = /(?:^|[^0-9.,年月])([0-9]{1,3})(?:の)?(?:事務事業|連携事業|事業|取組)(?!費|所|者|年)/u

/** ４　連携事業 is the fourth heading. */
const heading = /^[0-9０-９]{1,3}[\s　.．、]/u

/** The number of projects that the heading of a grid, or a short line by itself, gives: 41事務事業. */
export function declaredCount(divisions: readonly Division[]): DeclaredCount | undefined {
  const inGrid = divisions.flatMap((d) => (d.kind === 'grid' ? d.header.labels : []))
  const alone = divisions.flatMap((d) =>
    d.kind === 'row' && d.row.line && d.row.line.folded.length <= 40 ? [d.row.line.text] : [],
  )
  const read = (text: Text): DeclaredCount | undefined => {
    const match = counted.exec(bareOf(text))
    return match ? { count: Number(match[1]), at: (context) => locate(context, text) } : undefined
  }
  for (const text of inGrid) {
    const found = read(text)
    if (found) return found
  }
  return alone
    .filter(
      (t) =>
        !heading.test(t.value) && /(?:全|計|合計|\(|^)[0-9]{1,3}(?:事務事業|連携事業|事業|取組)\)?$/u.test(bareOf(t)),
    )
    .map(read)
    .find((r) => r !== undefined)
}
