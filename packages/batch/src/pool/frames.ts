import { writevSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Reply } from './protocol.ts'

/**
 * Replies go through a pipe of their own: a line of JSON and, where that counts `bytes`, so many bytes after it. Results
 * are half of all the bytes that a run moves; here they are neither parsed nor copied into strings on their way.
 */
const newline = 0x0a

/** Most groups of results fit in here once they are bytes; a buffer of its own for each costs half as much again. */
const room = Buffer.allocUnsafeSlow(1 << 20)

/** A character of UTF-16 takes three bytes of UTF-8 at the most. */
const widest = 3

/** A reply, with the result that follows it. */
export interface Answer {
  reply: Reply
  text?: string
}

/** What replies are as bytes, valid until the next call. */
function bytesOf(answers: readonly Answer[]): Uint8Array[] {
  let used = 0
  const bodyOf = (text: string): Uint8Array => {
    if (used + text.length * widest > room.length) return Buffer.from(text)
    const from = used
    used += room.write(text, used)
    return room.subarray(from, used)
  }
  return answers.flatMap(({ reply, text }) => {
    const body = text === undefined ? undefined : bodyOf(text)
    const head = Buffer.from(`${JSON.stringify({ reply, bytes: body?.length ?? 0 })}\n`)
    return body ? [head, body] : [head]
  })
}

/** Writes replies and returns when they are out of this process: what comes after them may end the process. */
export function writeReplies(file: number, answers: readonly Answer[]): void {
  let rest = bytesOf(answers)
  while (rest.length > 0) {
    let written = writevSync(file, rest)
    rest = rest.flatMap((part) => {
      const from = Math.min(written, part.length)
      written -= from
      return from < part.length ? [part.subarray(from)] : []
    })
  }
}

/** Calls back for every whole reply of a stream. What a process left half written when it died is nobody's reply. */
export function readReplies(stream: Readable, visit: (reply: Reply, body: Buffer) => void): void {
  let parts: Buffer[] = []
  let head: { reply: Reply; bytes: number } | undefined
  let missing = 0
  const end = (): void => {
    const { reply } = head as { reply: Reply }
    const [only, ...others] = parts
    const body = only && others.length === 0 ? only : Buffer.concat(parts)
    head = undefined
    parts = []
    visit(reply, body)
  }
  stream.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      if (head === undefined) {
        const to = chunk.indexOf(newline, at)
        parts.push(chunk.subarray(at, to < 0 ? undefined : to))
        if (to < 0) return
        at = to + 1
        head = JSON.parse(Buffer.concat(parts).toString()) as { reply: Reply; bytes: number }
        missing = head.bytes
        parts = []
      } else {
        const part = chunk.subarray(at, at + missing)
        parts.push(part)
        at += part.length
        missing -= part.length
      }
      if (missing === 0) end()
    }
  })
}
