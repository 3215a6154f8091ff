let known: ReadonlySet<string> | undefined

/**
 * The 2,965 kanji of level 1 of JIS X 0208: those of Japanese in the forms that it writes, without what Chinese writes
 * otherwise (设 for 設) and without rare and old ones.
 */
export function commonKanji(): ReadonlySet<string> {
  if (known) return known
  const bytes: number[] = []
  for (let lead = 0x88; lead <= 0x98; lead++)
    for (let trail = lead === 0x88 ? 0x9f : 0x40; trail <= (lead === 0x98 ? 0x72 : 0xfc); trail++)
      if (trail !== 0x7f) bytes.push(lead, trail)
  known = new Set(new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)))
  return known
}
