import type { Table } from '../../layout/block.ts'
import type { Evidence } from '../corrections.ts'
import { rewrite } from './rewrite.ts'

/** The one stroke of 一 is read as two of its like where a name begins with it: nothing else begins so. */
const doubled = /^\s*(?:[ー―-][一ー]|一[ー一―-])(?=[日人部定時般体括次元貫連度回件世])/u
const dash = /^\s*ー(?=[日人部定時般体括次元貫](?:[一ー]|当|の|あ|平))/u

/** Names of indicators that begin with 一: 一日当たりの利用者数. */
export function restoreIndicatorNames(evidence: Evidence, tables: readonly Table[]): void {
  for (const { rows } of tables)
    for (const cell of rows.flat()) {
      const seen = cell.covered ? undefined : (doubled.exec(cell.folded) ?? dash.exec(cell.folded))
      if (seen) rewrite(evidence, cell, `一${cell.folded.slice(seen[0].length).trimEnd()}`, 'form')
    }
}
