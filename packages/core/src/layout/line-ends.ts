/** What ends a line where no line feed does: old Macintosh files, soft breaks of word processors, separators of Unicode. */
const otherEnd = /\r(?!\n)|[\v\u2028\u2029]/gu

/** A text whose lines all end in a line feed, unit for unit, so that offsets stay. */
export function withLineFeeds(text: string): string {
  return text.replace(otherEnd, '\n')
}
