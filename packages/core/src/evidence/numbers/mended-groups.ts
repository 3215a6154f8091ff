/** What a group of digits can be that lost or gained one. */
function wholeGroups(group: string): string[] {
  if (group.length === 3) return [group]
  if (group.length === 4) return [...group].map((_, i) => group.slice(0, i) + group.slice(i + 1))
  if (group.length !== 2) return group === '0' || group === '' ? ['000'] : []
  const digits = [...'0123456789']
  return [0, 1, 2].flatMap((i) => digits.map((digit) => group.slice(0, i) + digit + group.slice(i)))
}

/** Numbers whose groups lost digits, with these put back. */
export function mended(characters: string): string[] {
  const [first = '', ...rest] = characters.split(/[,.]/u)
  let found = [first]
  for (const group of rest) {
    const wholes = wholeGroups(group)
    // Where two groups are damaged, noughts are what is missing.
    const likely = found.length > 1 ? wholes.filter((g) => g.endsWith('00') || group.length === 3) : wholes
    found = found.flatMap((start) => likely.map((g) => `${start},${g}`))
  }
  return found
}
