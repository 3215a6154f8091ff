import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { taskBytes } from '../inputs/task-bytes.ts'
import type { DocumentRead, OnPage } from '../pool/protocol.ts'
import type { Task } from '../schema/task.ts'

/** What a document of a trial does to the process that reads it, by its first word. */
const poison: Readonly<Record<string, (text: string, onPage: OnPage) => unknown>> = {
  loop: () => {
    for (;;);
  },
  allocate: () => {
    const parts: Buffer[] = []
    for (;;) parts.push(Buffer.alloc(2 ** 26, 1))
  },
  heap: () => {
    const parts: number[][] = []
    for (;;) parts.push(new Array(2 ** 20).fill(Math.random()))
  },
  abort: () => process.abort(),
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(3),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  throw: (text) => {
    throw new Error(text)
  },
  slow: (text) => setTimeout(Number(text.split(' ')[1])),
  /** `pages 3 1600`: three page images that take so many milliseconds each. */
  pages: async (text, onPage) => {
    const [count, pause] = text.split(' ').slice(1).map(Number)
    for (let page = 1; page <= (count ?? 0); page++) {
      onPage(page, count)
      await setTimeout(pause)
    }
  },
}

/** Stands in for the real reader where trials need documents that go wrong. */
export async function readDocument(task: Task, onPage: OnPage): Promise<DocumentRead> {
  const bytes = await taskBytes(task)
  const text = Buffer.from(bytes).toString()
  await poison[text.split(/\s/u)[0] ?? '']?.(text, onPage)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = { name: task.name, sha256, format: 'text', textLayer: 'plain' }
  const json = JSON.stringify({ schemaVersion: '1.0', source, documents: [], diagnostics: [] })
  return { json, sha256, facts: { pages: 1, kinds: [], diagnostics: {} } }
}
