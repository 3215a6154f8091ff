/** Paths of a list, as `find` prints them: one a line, or ended by NUL where any is. */
export async function* pathsOfList(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  let separator: '\0' | '\n' | undefined
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    separator ??= rest.includes('\0') ? '\0' : rest.includes('\n') ? '\n' : undefined
    if (separator === undefined) continue
    const paths = rest.split(separator)
    rest = paths.pop() ?? ''
    for (const path of paths) if (path !== '') yield trimmed(path, separator)
  }
  rest += decoder.decode()
  if (rest !== '') yield trimmed(rest, separator)
}

const trimmed = (path: string, separator: string | undefined): string =>
  separator === '\0' ? path : path.replace(/\r$/u, '')
