/** A name or a value of a document on one line: nothing in it can move the cursor or break a table. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
