/**
 * All matches of a global pattern that matches no empty text, in order. As String.prototype.matchAll, which makes a new pattern for
 * every text: that takes longer than to look through the few characters of a cell.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
