/** Pieces are handed on from this many characters on: a long document is never one string. */
const pieceLength = 65_536

/** From this depth on a value is one part: a project or an article of a document, or a whole document of another kind. */
const partDepth = 4

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The parts of a value whose first line stands in a line that is set in by so many spaces. */
function* partsOf(value: unknown, depth: number): Generator<string> {
  const by = `\n${'  '.repeat(depth)}`
  if (!isObject(value) || depth === partDepth) {
    yield JSON.stringify(value ?? null, undefined, 2).replaceAll('\n', by)
    return
  }
  const list = Array.isArray(value)
  let first = true
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined && !list) continue
    yield `${first ? (list ? '[' : '{') : ','}${by}  ${list ? '' : `${JSON.stringify(name)}: `}`
    yield* partsOf(member, depth + 1)
    first = false
  }
  if (first) yield list ? '[]' : '{}'
  else yield `${by}${list ? ']' : '}'}`
}

/** The very text of `JSON.stringify(value, undefined, 2)` and a line feed, in pieces. */
export function* jsonPieces(value: object): Generator<string> {
  let piece = ''
  for (const part of partsOf(value, 0)) {
    piece += part
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}
