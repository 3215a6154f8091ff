import { closeSync, openSync, readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trialFolder } from '../trial/trial-folder.ts'
import { readReplies, writeReplies } from './frames.ts'
import type { Reply } from './protocol.ts'

const usage = { memory: 1, totalCpuSeconds: 2 }
const done = (sha256: string): Reply => ({
  kind: 'done',
  seconds: 1,
  read: { sha256, facts: { pages: 1, kinds: [], diagnostics: {} } },
  ...usage,
})

/** What a process writes that writes these results, each by itself or all together. */
function written(bodies: readonly string[], together = false): Buffer {
  const folder = trialFolder()
  const file = openSync(folder.at('replies'), 'w')
  writeReplies(file, [{ reply: { kind: 'ready', ...usage } }])
  const answers = bodies.map((text) => ({ reply: done(text), text }))
  for (const group of together ? [answers] : answers.map((answer) => [answer])) writeReplies(file, group)
  closeSync(file)
  const bytes = readFileSync(folder.at('replies'))
  folder.remove()
  return bytes
}

function read(chunks: readonly Buffer[]): string[] {
  const stream = new PassThrough()
  const found: string[] = []
  readReplies(stream, (reply, body) => {
    found.push(reply.kind === 'done' ? `${reply.read.sha256 === body.toString()} ${body}` : reply.kind)
  })
  for (const chunk of chunks) stream.emit('data', chunk)
  return found
}

test('replies come whole, however a pipe cuts them', () => {
  const body = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '\n', '{"a":1}\n\n'))
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(body, { maxLength: 6 }), cuts, fc.boolean(), (bodies, sizes, together) => {
      const bytes = written(
        bodies.map((text) => text.toWellFormed()),
        together,
      )
      const chunks: Buffer[] = []
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = sizes[i % sizes.length] as number
        chunks.push(bytes.subarray(at, at + size))
        at += size
      }
      expect(read(chunks)).toEqual(['ready', ...bodies.map((text) => `true ${text.toWellFormed()}`)])
    }),
    { numRuns: 50 },
  )
})

test('what a process left half written is no reply', () => {
  const bytes = written(['whole', 'half'])
  expect(read([bytes.subarray(0, bytes.length - 1)])).toEqual(['ready', 'true whole'])
})

test('a result of any size comes whole', () => {
  const large = '協約'.repeat(300_000)
  for (const together of [false, true])
    expect(read([written(['before', large, 'after it'], together)])).toEqual([
      'ready',
      'true before',
      `true ${large}`,
      'true after it',
    ])
})
