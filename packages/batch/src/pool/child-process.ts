import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Facts } from '../schema/outcome.ts'
import type { Task } from '../schema/task.ts'
import { openBegunMarks } from './begun-marks.ts'
import { cpuSecondsOf } from './cpu-time.ts'
import { exitFault } from './exit-fault.ts'
import { startClock } from './fair-clock.ts'
import { readReplies } from './frames.ts'
import { type OnPage, type Order, type Reply, replyFile, type WorkFault } from './protocol.ts'

const childModule = fileURLToPath(new URL('./child.ts', import.meta.url))

/** V8 compiles and clears up in threads beside the one that parses: where a job has no more than one CPU they are in its way. */
const helperFlags = { several: [], one: ['--single-threaded'] } as const

/**
 * Most of what parsing makes is garbage at once: it dies young where the young have room, in megabytes. This is what Node itself
 * takes on a large machine; with a quarter of it texts cost five hundredths more of CPU.
 */
const youngLimit = 64
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
  | { kind: 'done'; read: PooledRead; seconds: number; cpuSeconds: number; memory: number }
  | { kind: 'failed'; fault: WorkFault; seconds?: number; memory?: number; cpuSeconds?: number }

/** The process ended before the turn of a document came; nothing is known about it. */
export type Unread = { kind: 'unread' }

/** A process that reads documents, one at a time, in the order in which they are given. */
export interface Child {
  readonly alive: boolean
  /** Documents given and not answered. */
  readonly pending: number
  /** Milliseconds that its last document took; undefined before that. */
  readonly pace: number | undefined
  /** Resolves with nothing when it can read, with its last words where it died before. */
  readonly started: Promise<string | undefined>
  /** Never rejects. A document past its time takes the process with it; every page image has the time anew. */
  read(task: Task, timeLimit: number, onPage?: OnPage): Promise<ChildOutcome | Unread>
  kill(): Promise<void>
}

type Ready = { kind: 'ready' }

/** What the process was asked for, and who waits for it. */
interface Asked {
  timeLimit: number
  onPage?: OnPage | undefined
  answer: (outcome: ChildOutcome | Ready | Unread) => void
}

export interface ChildLimits {
  /** Bytes; everything that it holds counts. */
  memory: number
  /** How many CPUs there are for it. */
  cpus: keyof typeof helperFlags
}

/** Starts a process that reads with `readDocument` of a module. */
export function startChild(module: string, { memory, cpus }: ChildLimits): Child {
  const cache = getCompileCacheDir()
  const marks = openBegunMarks()
  const child: ChildProcess = fork(childModule, [module, String(memory), String(process.pid), marks ? 'marked' : ''], {
    execArgv: [
      ...helperFlags[cpus],
      // What it holds in all is watched over beside it. Where the heap may grow less, its garbage is collected twice as often.
      `--max-old-space-size=${megabytes(memory)}`,
      `--max-semi-space-size=${Math.min(youngLimit, megabytes(memory * youngShare))}`,
    ],
    // From its first module on, its threads too. What is asked for is the folder; what is told, that of a version in it.
    env: cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe', marks?.file ?? 'ignore'],
  })
  let lastWords = ''
  let alive = true
  let cpuBefore = 0
  /** When the time of the document in work began, or began anew: CPU of the process, and the page images that it was done with. */
  let begun = { cpu: 0, page: 0 }
  let pace: number | undefined
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsLength)
  })
  // A child that dies while an order is on its way to it: its end says what is to be said.
  child.on('error', () => {})
  let ended: WorkFault | undefined
  // The first is in work, or done with its reply on its way. Others wait in the process, so that it need not sleep until its parent has time.
  const asked: Asked[] = []
  let answered = 0
  /** Of what was asked for, how many are done though not answered; nothing where none is in work. */
  const doneUnanswered = (): number | undefined => {
    if (!marks || !ready) return 0
    const unanswered = marks.count() - answered
    return unanswered > 0 ? unanswered - 1 : undefined
  }
  /** Index of what the end of the process is told of, with the first that has no answer; past all where nobody is to blame. */
  const blamed = (first: Asked | undefined): number => {
    // One that answered while its process was being killed for it was in time.
    if (overdue) return overdue.late === first ? (doneUnanswered() ?? 0) : Number.POSITIVE_INFINITY
    return child.killed ? Number.POSITIVE_INFINITY : (doneUnanswered() ?? Number.POSITIVE_INFINITY)
  }
  let ready = false
  let overdue: { late: Asked | undefined; told: { fault: WorkFault; cpuSeconds?: number } } | undefined
  let from = 0
  let stop = (): void => {}

  const expire = async (limit: number): Promise<void> => {
    const [late] = asked
    const lateTurn = begun
    const total = child.pid === undefined ? undefined : await cpuSecondsOf(child.pid)
    // It answered, got on, or ended, while its CPU was looked up.
    if (asked[0] !== late || begun !== lateTurn || ended) return
    const where = begun.page > 0 ? ` after page image ${begun.page}` : ''
    const cpu = total === undefined ? {} : { cpuSeconds: total - begun.cpu }
    const fault: WorkFault = { reason: 'time-out', message: `took more than ${limit / 1000} s${where}` }
    overdue = { late, told: { fault, ...cpu } }
    child.kill('SIGKILL')
    await closed
  }
  const startTime = (cpu: number, page: number): void => {
    stop()
    begun = { cpu, page }
    const [first] = asked
    if (first && child.pid !== undefined) stop = startClock(child.pid, first.timeLimit, () => expire(first.timeLimit))
  }
  /** The turn of the first. */
  const turn = (): void => {
    from = performance.now()
    startTime(cpuBefore, 0)
  }
  const ask = <T extends ChildOutcome | Ready | Unread>(timeLimit: number, onPage?: OnPage): Promise<T> =>
    new Promise((resolve) => {
      if (ended) return resolve({ kind: 'unread' } as T)
      asked.push({ timeLimit, onPage, answer: resolve as Asked['answer'] })
      if (asked.length === 1) turn()
    })
  const settle = (outcome: ChildOutcome | Ready): void => {
    stop()
    const first = asked.shift()
    if (outcome.kind === 'ready') ready = true
    else answered++
    if (!first) return
    if (asked.length > 0) turn()
    first.answer(outcome)
  }
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => {
      alive = false
    })
    child.once('close', (status, signal) => {
      alive = false
      ended = exitFault(status, signal, lastWords)
      stop()
      resolve()
      const lost = asked.splice(0)
      const [late] = lost.splice(blamed(lost[0]), 1)
      marks?.close()
      const told = overdue?.told ?? { fault: ended }
      late?.answer({ kind: 'failed', seconds: (performance.now() - from) / 1000, ...told })
      for (const { answer } of lost) answer({ kind: 'unread' })
    })
  })
  const outcomeOf = (reply: Exclude<Reply, { kind: 'page' }>, json: Buffer): ChildOutcome | Ready => {
    const cpuSeconds = reply.totalCpuSeconds - cpuBefore
    cpuBefore = reply.totalCpuSeconds
    if (reply.kind === 'ready') return { kind: 'ready' }
    const { seconds } = reply
    pace = seconds * 1000
    return reply.kind === 'failed'
      ? { kind: 'failed', fault: reply.fault, seconds, memory: reply.memory }
      : { kind: 'done', read: { ...reply.read, json }, seconds, cpuSeconds, memory: reply.memory }
  }
  readReplies(child.stdio[replyFile] as Readable, (reply, json) => {
    if (reply.kind === 'page') {
      startTime(reply.totalCpuSeconds, reply.done)
      asked[0]?.onPage?.(reply.done, reply.all)
    } else settle(outcomeOf(reply, json))
  })

  const started = ask<ChildOutcome | Ready | Unread>(startLimit).then((outcome) => {
    if (outcome.kind === 'ready') return undefined
    const lines = lastWords.trim().split('\n')
    const message = outcome.kind === 'failed' ? outcome.fault.message : 'ended'
    return lines.findLast((line) => /Error|error/u.test(line)) ?? message
  })
  return {
    get alive() {
      return alive
    },
    get pending() {
      return asked.length
    },
    get pace() {
      return pace
    },
    started,
    read: (task, timeLimit, onPage) => {
      child.send({ task } satisfies Order, () => {})
      return ask<ChildOutcome | Unread>(timeLimit, onPage)
    },
    kill: async () => {
      if (alive) child.kill('SIGKILL')
      await closed
    },
  }
}
