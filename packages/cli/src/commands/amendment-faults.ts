import type { AmendmentFault } from '@kyoyaku/diff'

/** Why an operation of an amendment could not be carried out, in Japanese. */
export const amendmentFaults: Readonly<Record<AmendmentFault, string>> = {
  'no such place': '改める箇所が元の文書にありません',
  'the words are not there': '改める字句が元の文書のその箇所にありません',
  'no such article': 'その条が元の文書にありません',
  'no such table': 'その別表が元の文書にありません',
  'no such row': 'その項（行）が元の表にありません',
  'no such provision': 'その条・項・号が元の文書にありません',
  'no such text': 'その文が元の文書にありません',
  'no such label': '新しい番号が分かりません',
  'nothing to put there': '加える内容が改め文にありません',
  'such a text is there already, or none is': '加える文がすでにあるか、改める文がありません',
  'such a table is there already': 'その別表はすでにあります',
  'a branch number does not shift': '枝番号は繰り上げ・繰り下げできません',
  'columns of rows are not told apart': '表の列を区別できません',
}
