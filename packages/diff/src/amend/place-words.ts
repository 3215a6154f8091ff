import type { AmendmentTarget } from '@kyoyaku/core'
import { type Numerals, placeLabel } from './label.ts'

const parts: Readonly<Record<NonNullable<AmendmentTarget['part']>, string>> = {
  title: '題名',
  preamble: '前文',
  contents: '目次',
  caption: 'の見出し',
  lead: '各号列記以外の部分',
  main: '本文',
  proviso: 'ただし書',
  first: '前段',
  second: '後段',
}

/** A place in words; what is the same as in the place before is 同条, 同項, 同号, 同表. */
export function placeWords(target: AmendmentTarget, before: AmendmentTarget | undefined, numerals: Numerals): string {
  const part = target.part === undefined ? '' : parts[target.part]
  if (target.part === 'title' || target.part === 'preamble' || target.part === 'contents') return part
  if (Object.keys(target).length === 0) return '末尾'
  if (target.appendedTable !== undefined) {
    const table = before?.appendedTable === target.appendedTable ? '同表' : target.appendedTable
    if (table === '同表' && target.row !== undefined && before?.row === target.row) return '同項'
    return target.row === undefined ? table : `${table}${target.row}の項`
  }
  const sameArticle = before?.article !== undefined && before.article === target.article
  const sameParagraph = sameArticle && target.paragraph !== undefined && before?.paragraph === target.paragraph
  const sameItem =
    sameArticle && before?.paragraph === target.paragraph && target.item !== undefined && before?.item === target.item
  const article = target.article === undefined ? '' : sameArticle ? '同条' : placeLabel(target.article, '条', numerals)
  const paragraph =
    target.paragraph === undefined ? '' : sameParagraph ? '同項' : placeLabel(String(target.paragraph), '項', numerals)
  const item = target.item === undefined ? '' : sameItem ? '同号' : placeLabel(target.item, '号', numerals)
  const head = sameItem ? '' : sameParagraph ? paragraph : article + paragraph
  return `${head}${item}${(target.subitems ?? []).join('')}${part}`
}
