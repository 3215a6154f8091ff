import { expect, test } from 'vitest'
import { nearPorts } from './near-port.ts'

const arrival = (message: unknown, transfer?: ArrayBuffer[]): Promise<unknown> => {
  const [near, far] = nearPorts()
  const arrived = new Promise<unknown>((resolve) => far.addEventListener('message', ({ data }) => resolve(data)))
  near.postMessage(message, transfer)
  return arrived
}

test('copies messages as between threads', async () => {
  const message = { data: [1, 2] }
  const got = (await arrival(message)) as typeof message
  expect(got).toEqual(message)
  expect(got.data).not.toBe(message.data)
})

test('hands buffers over', async () => {
  const { buffer } = new Uint8Array(4)
  expect(await arrival({ buffer }, [buffer])).toMatchObject({ buffer: { byteLength: 4 } })
  expect(buffer.byteLength).toBe(0)
})

test('hands operations over as they are, in lists that the sender may empty', async () => {
  const args = [new Float32Array(6)]
  const chunk = { fnArray: [44], argsArray: [args], lastChunk: true }
  const arriving = arrival({ stream: 4, chunk }) as Promise<{ chunk: typeof chunk }>
  chunk.fnArray.length = 0
  chunk.argsArray.length = 0
  const got = await arriving
  expect(got.chunk.fnArray).toEqual([44])
  expect(got.chunk.argsArray[0]).toBe(args)
  expect(got.chunk.lastChunk).toBe(true)
})

test('listens no longer once aborted', async () => {
  const [near, far] = nearPorts()
  const abort = new AbortController()
  const heard: unknown[] = []
  far.addEventListener('message', ({ data }) => heard.push(data), { signal: abort.signal })
  near.postMessage(1)
  await Promise.resolve()
  abort.abort()
  near.postMessage(2)
  await Promise.resolve()
  expect(heard).toEqual([1])
})
