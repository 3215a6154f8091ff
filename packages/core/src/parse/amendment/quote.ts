/** Stands for every character between the outermost 「 and 」: what is quoted is no grammar. Length is kept. */
export const masked = '\ue000'

/** A folded text with its quoted parts masked; a bracket that nothing closes masks nothing. */
export function maskQuotes(folded: string): string {
  const out = folded.split('')
  let depth = 0
  let open = -1
  for (let i = 0; i < folded.length; i++) {
    if (folded[i] === '「') {
      if (depth === 0) open = i
      depth++
    } else if (folded[i] === '」' && depth > 0) {
      depth--
      if (depth === 0) out.fill(masked, open + 1, i)
    }
  }
  return out.join('')
}

/** Whether every 「 of a text is closed, and none is closed that was not opened. */
export function isBalanced(text: string): boolean {
  let depth = 0
  for (const c of text) {
    if (c === '「') depth++
    if (c === '」' && --depth < 0) return false
  }
  return depth === 0
}
