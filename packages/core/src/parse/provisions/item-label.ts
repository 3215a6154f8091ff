import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { doerOf } from '../party/role-doer.ts'
import { labelOf, longestLabelled } from '../party/role-label.ts'

export const description =
  /^(?:(?:連携(?:する)?)?(?:取組み?|取り組み|取り?組み?の?(?:内容|概要))|(?:連携|事業|事務)の?(?:内容|概要)|内容)$/u
export const roles = /^(?:各?(?:市町?村?|甲乙)の?)?役割(?:分担)?(?:等)?$/u
const titles = /^(?:連携(?:する)?)?(?:取(?:り)?組み?|施策|事業|事務)の?(?:名称|名|項目)$/u

/** What no field holds: it stays with the text of the article. */
export const costs = /^(?:費用|経費)の?(?:分担|負担)(?:等|割合)?$/u

/** What heads the contents, a role or the costs of an initiative among items. */
export const isLabel = (text: string): boolean =>
  description.test(text) || roles.test(text) || costs.test(text) || doerOf(text) !== undefined
export const isTitleLabel = (text: string): boolean => titles.test(text)

/** A label alone on a line: 乙の役割 between the marks of what one does and what the other does. */
export const isLoneLabel = (line: Text): boolean => {
  const start = fold(line.value.slice(0, longestLabelled))
  return labelOf(start, isLabel)?.rest === line.value.length
}
