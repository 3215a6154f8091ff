import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Task } from '../schema/task.ts'
import { cpuSecondsOf } from './cpu-time.ts'
import { exitFault } from './exit-fault.ts'
import type { DocumentRead, Order, Reply, WorkFault } from './protocol.ts'

const childModule = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Of a child's memory this much is for JavaScript; the rest is for buffers, fonts and the program itself. */
const heapShare = 0.75

/** Standard error that is kept of a child: its last words, which say why it died. */
const lastWordsLength = 4096

/** Loading the program takes a second on an idle machine; past this it hangs. */
const startLimit = 120_000

export type ChildOutcome =
  | { kind: 'done'; read: DocumentRead; cpuSeconds: number; memory: number }
  | { kind: 'failed'; fault: WorkFault; memory?: number; cpuSeconds?: number }

/** A process that reads one document at a time. */
export interface Child {
  readonly alive: boolean
  /** Resolves with nothing when it can read, with its last words where it died before. */
  readonly started: Promise<string | undefined>
  /** Never rejects. A document past its time takes the process with it. */
  read(task: Task, timeLimit: number): Promise<ChildOutcome>
  kill(): Promise<void>
}

/** Starts a child; `memory` in bytes counts everything that it holds. */
export function startChild(module: string, memory: number): Child {
  const process: ChildProcess = fork(childModule, [module, String(memory)], {
    execArgv: [`--max-old-space-size=${Math.floor((memory * heapShare) / 2 ** 20)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  let alive = true
  process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsLength)
  })
  // A child that dies while an order is on its way to it: its end says what is to be said.
  process.on('error', () => {})
  const closed = new Promise<WorkFault>((resolve) => {
    process.once('exit', () => {
      alive = false
    })
    process.once('close', (status, signal) => {
      alive = false
      resolve(exitFault(status, signal, lastWords))
    })
  })
  const ready = new Promise<Reply>((resolve) => process.once('message', (message) => resolve(message as Reply)))

  /** The reply, the end of the process, or the end of its time, whichever comes first. */
  async function within(reply: Promise<Reply>, limit: number): Promise<ChildOutcome | undefined> {
    let timer: NodeJS.Timeout | undefined
    const expired = new Promise<'expired'>((resolve) => {
      timer = setTimeout(() => resolve('expired'), limit)
    })
    const first = await Promise.race([reply, closed, expired])
    clearTimeout(timer)
    if (first === 'expired') {
      const cpuSeconds = process.pid === undefined ? undefined : await cpuSecondsOf(process.pid)
      process.kill('SIGKILL')
      await closed
      const message = `took more than ${limit / 1000} s`
      return {
        kind: 'failed',
        fault: { reason: 'time-out', message },
        ...(cpuSeconds === undefined ? {} : { cpuSeconds }),
      }
    }
    if (!('kind' in first)) return { kind: 'failed', fault: first }
    return first.kind === 'ready' ? undefined : first
  }

  const started = within(ready, startLimit).then((outcome) => {
    if (outcome?.kind !== 'failed') return undefined
    return (
      lastWords
        .trim()
        .split('\n')
        .findLast((line) => /Error|error/u.test(line)) ?? outcome.fault.message
    )
  })
  const cpuSeconds = async (): Promise<number> => (process.pid && (await cpuSecondsOf(process.pid))) || 0
  return {
    get alive() {
      return alive
    },
    started,
    read: async (task, timeLimit) => {
      const before = await cpuSeconds()
      const reply = new Promise<Reply>((resolve) => process.once('message', (message) => resolve(message as Reply)))
      process.send({ task } satisfies Order, () => {})
      const outcome = await within(reply, timeLimit)
      if (outcome?.kind === 'failed' && outcome.cpuSeconds !== undefined) outcome.cpuSeconds -= before
      return outcome ?? { kind: 'failed', fault: { reason: 'failed', message: 'no reply' } }
    },
    kill: async () => {
      if (alive) process.kill('SIGKILL')
      await closed
    },
  }
}
