/** Pieces are handed on from this many characters on: a long document is never one string. */
const pieceLength = 65_536

const indented = (value: unknown, by: string): string => JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${by}`)

/** An array as a member of an object that is set in by two spaces, in parts: one for every element. */
function* arrayParts(values: readonly unknown[]): Generator<string> {
  for (const [i, value] of values.entries()) yield `${i === 0 ? '[' : ','}\n    ${indented(value ?? null, '    ')}`
  yield '\n  ]'
}

function* partsOf(value: object): Generator<string> {
  let first = true
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield `${first ? '{' : ','}\n  ${JSON.stringify(name)}: `
    if (Array.isArray(member) && member.length > 0) yield* arrayParts(member)
    else yield indented(member, '  ')
    first = false
  }
  yield first ? '{}\n' : '\n}\n'
}

/** The very text of `JSON.stringify(value, undefined, 2)` and a line feed, in pieces: the elements of an object's lists one after the other. */
export function* jsonPieces(value: object): Generator<string> {
  let piece = ''
  for (const part of partsOf(value)) {
    piece += part
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
