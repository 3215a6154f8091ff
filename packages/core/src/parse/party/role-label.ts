import { endsWithAny } from '../../text/characters.ts'

/** Parties named together: 乙、丙及び丁, 鹿角市、小坂町及び北秋田市. */
const severalParties =
  '(?:[甲乙丙丁戊己庚辛壬癸]|[^をにがはで、。 :]{1,8}[市町村区県府都道])(?:(?:、|及び|並びに|と|・)(?:[甲乙丙丁戊己庚辛壬癸]|[^をにがはで、。 :]{1,8}[市町村区県府都道])){1,9}'
const label = new RegExp(
  `^(?:(?:連携(?:する)?)?取(?:り)?組み?の?(?:内容|概要)|(?:連携|事業|事務)の?内容|(?:[^をにがはで、。]{1,24}|${severalParties})の(?:役割|役割分担)(?:(?:及び|、|・)費用(?:の)?(?:分担|負担))?|役割(?:分担)?(?:(?:及び|、|・)費用(?:の)?(?:分担|負担))?|費用(?:の)?(?:分担|負担))$`,
  'u',
)

/** Longest printed label; longer lines are text. */
const longestLabel = 40
/** As much of a line is enough to find the label that it begins with. */
export const longestLabelled = 2 * longestLabel + 2

/** Whether folded text is a printed label of a list of roles: 取組の内容, 甲の役割, Ａ市の役割分担及び費用分担. */
export const isRoleLabel = (folded: string): boolean => {
  const text = folded.length > longestLabel * 2 ? folded : folded.replaceAll(' ', '')
  return text.length <= longestLabel && endsWithAny(text, '容要割担') && label.test(text)
}

const bracketed = /^[【〔[(<〈《]([^】〕\])>〉》]{1,40})[】〕\])>〉》] *:? */u
const parted = new RegExp(`^([^ :。、]{1,40}|${severalParties}の[^ :。、]{1,16})(?: +|:)`, 'u')

/** The label that a folded line begins with, in brackets or parted from the text by space, and where that starts. */
export function labelOf(
  folded: string,
  isLabel: (text: string) => boolean = isRoleLabel,
): { label: string; rest: number } | undefined {
  const whole = folded.replaceAll(' ', '')
  if (whole.length <= longestLabel && isLabel(whole)) return { label: whole, rest: folded.length }
  const match = bracketed.exec(folded) ?? parted.exec(folded)
  const label = match?.[1]
  return match && label !== undefined && isLabel(label) ? { label, rest: match[0].length } : undefined
}
