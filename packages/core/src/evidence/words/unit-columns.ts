import type { Block, Cell } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'

/** What quantities are counted in. */
const unit =
  /^(?:㎡|㎥|m[23²³]?|km[2²]?|㎞|cm|㎝|mm|㎜|ha|a|t|kg|㎏|g|kl|l|L|ℓ|kW|kWh|[千百十万億]*円|%|‰|ポイント|点|[延実]?人(?:[日月]|[/・][日月年])?|千人|件|回|社|戸|台|箇所|か所|カ所|ヶ所|ヵ所|施設|団体|世帯|機関|名|日|時間|月|か月|年|校|店|本|基|式|冊|棟|泊|食|頭|羽|匹|枚|組|口|部|個|園|館|区|地区|路線|便|隻|艇|株|袋|箱|束|巻|着|足|杯|脚|面|橋|公園|市町村|市町|人・?回|講座|事業|教室|組合|圏域|単位)(?:\/[^/]{1,4})?$/iu
const head = /^単位$/u

const bareOf = (text: Text): string => fold(text.value).replace(/\s/gu, '')

/** Rows in which the heads of columns stand. */
const headRows = 3

/** Texts in columns headed 単位 that are no unit: whatever was printed there was not read. */
export function unreadUnits(block: Block): Text[] {
  if (block.kind !== 'table') return []
  const columns = new Map<number, number>()
  block.rows.slice(0, headRows).forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell.covered && head.test(bareOf(cell.text))) columns.set(c, r)
    })
  })
  return [...columns].flatMap(([column, from]) =>
    block.rows.slice(from + 1).flatMap((row) => {
      const cell = row[column] as Cell | undefined
      const bare = cell && !cell.covered ? bareOf(cell.text) : ''
      return cell && bare !== '' && !unit.test(bare) && !head.test(bare) ? [cell.text] : []
    }),
  )
}
