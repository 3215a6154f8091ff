import type { Line } from '../../layout/block.ts'
import { hasAny, startsWithAny } from '../../text/characters.ts'

/** この協約の締結を証するため、…, 上記の協定の証として、本書２通を作成し… */
const start =
  /^(?:(?:この|本|上記の?|以上の?|右(?!記)の?)(?:連携|定住自立圏形成|形成)?(?:協約|協定|契約|覚書|書面?|とおり|証|合意)?.{0,30}(?:証する|証と|証左|成立を証|締結を証)|(?:この|本)(?:連携)?(?:協約|協定|契約|覚書)書?.{0,20}[0-9一二三四五六七八九十〇○]{1,4}通を?作成)|^[甲乙丙丁戊及び並に、]{1,14}[はが]、.{0,24}本書.{0,8}作成/u

/** Whether a line starts the sentence that closes an agreement. */
export function startsClosing({ folded }: Line): boolean {
  const head = folded.slice(0, 60)
  return startsWithAny(head, 'こ本上以右甲') && hasAny(head, '証通') && start.test(head)
}

/** Lines of the closing from its first: to the end of its sentence. */
const longestClosing = 8

export function closingEnd(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length && i < from + longestClosing; i++)
    if (/[。]$/u.test((lines[i] as Line).folded)) return i + 1
  return from + 1
}
