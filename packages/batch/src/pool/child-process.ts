import { type ChildProcess, fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Facts } from '../schema/outcome.ts'
import type { Task } from '../schema/task.ts'
import { cpuSecondsOf } from './cpu-time.ts'
import { exitFault } from './exit-fault.ts'
import { readReplies } from './frames.ts'
import { type Order, type Reply, replyFile, type Usage, type WorkFault } from './protocol.ts'

const childModule = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Of a child's memory this much is for JavaScript; the rest is for buffers, fonts and the program itself. */
const heapShare = 0.75

/** Most of what parsing makes is garbage at once: it dies young where the young have room. */
const youngLimit = 32
const youngShare = 1 / 16

const megabytes = (bytes: number): number => Math.floor(bytes / 2 ** 20)

/** Standard error that is kept of a child: its last words, which say why it died. */
const lastWordsLength = 4096

/** Loading the program takes a second on an idle machine; past this it hangs. */
const startLimit = 120_000

/** A result as bytes of JSON, with the hash of the contents that it was read from. */
export interface PooledRead {
  json: Uint8Array
  sha256: string
  facts: Facts
}

export type ChildOutcome =
  | { kind: 'done'; read: PooledRead; cpuSeconds: number; memory: number }
  | { kind: 'failed'; fault: WorkFault; memory?: number; cpuSeconds?: number }

type Answer = Exclude<Reply, { kind: 'done' }> | (ChildOutcome & { kind: 'done' } & Usage)

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
  const child: ChildProcess = fork(childModule, [module, String(memory), String(process.pid)], {
    execArgv: [
      `--max-old-space-size=${megabytes(memory * heapShare)}`,
      `--max-semi-space-size=${Math.min(youngLimit, megabytes(memory * youngShare))}`,
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  })
  let lastWords = ''
  let alive = true
  let cpuBefore = 0
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsLength)
  })
  // A child that dies while an order is on its way to it: its end says what is to be said.
  child.on('error', () => {})
  let end: WorkFault | undefined
  // One waiter at a time, let go of when it has its answer: a promise raced against the end of the process would hold
  // every result until then.
  let waiter: ((reply: Answer | WorkFault) => void) | undefined
  const answer = (reply: Answer | WorkFault): void => {
    waiter?.(reply)
    waiter = undefined
  }
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => {
      alive = false
    })
    child.once('close', (status, signal) => {
      alive = false
      end = exitFault(status, signal, lastWords)
      answer(end)
      resolve()
    })
  })
  readReplies(child.stdio[replyFile] as Readable, (reply, json) =>
    answer(reply.kind === 'done' ? { ...reply, read: { ...reply.read, json } } : reply),
  )

  /** The next reply, the end of the process, or the end of its time, whichever comes first. */
  const next = (limit: number): Promise<Answer | WorkFault | 'expired'> =>
    new Promise((resolve) => {
      if (end) return resolve(end)
      const timer = setTimeout(() => resolve('expired'), limit)
      waiter = (reply) => {
        clearTimeout(timer)
        resolve(reply)
      }
    })

  async function within(limit: number): Promise<ChildOutcome | undefined> {
    const first = await next(limit)
    if (first === 'expired') {
      const total = child.pid === undefined ? undefined : await cpuSecondsOf(child.pid)
      waiter = undefined
      child.kill('SIGKILL')
      await closed
      const fault: WorkFault = { reason: 'time-out', message: `took more than ${limit / 1000} s` }
      return { kind: 'failed', fault, ...(total === undefined ? {} : { cpuSeconds: total - cpuBefore }) }
    }
    if (!('kind' in first)) return { kind: 'failed', fault: first }
    cpuBefore = first.totalCpuSeconds
    return first.kind === 'ready' ? undefined : first
  }

  const started = within(startLimit).then((outcome) => {
    if (outcome?.kind !== 'failed') return undefined
    const lines = lastWords.trim().split('\n')
    return lines.findLast((line) => /Error|error/u.test(line)) ?? outcome.fault.message
  })
  return {
    get alive() {
      return alive
    },
    started,
    read: async (task, timeLimit) => {
      child.send({ task } satisfies Order, () => {})
      const outcome = await within(timeLimit)
      return outcome ?? { kind: 'failed', fault: { reason: 'failed', message: 'no reply' } }
    },
    kill: async () => {
      if (alive) child.kill('SIGKILL')
      await closed
    },
  }
}
