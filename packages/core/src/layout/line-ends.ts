/** What ends a line where no line feed does: old Macintosh files, soft breaks of word processors, separators of Unicode. */
const otherEnd = /\r(?!\n)|[\v\u2028\u2029]/gu
/** Nearly no text has one of these characters, which are looked for in a fraction of the time. */
const hasOther = /[\r\v\u2028\u2029]/u

/** A text whose lines all end in a line feed, unit for unit, so that offsets stay. */
export function withLineFeeds(text: string): string {
  return hasOther.test(text) ? text.replace(otherEnd, '\n') : text
}
