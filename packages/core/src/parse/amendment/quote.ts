/** Stands for every character between the outermost 「 and 」: what is quoted is no grammar. Length is kept. */
const masked = '\ue000'

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
