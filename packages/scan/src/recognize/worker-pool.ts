/** Something that does one job at a time and may hang or die. */
export interface PooledWorker<Job, Result> {
  run(job: Job): Promise<Result>
  stop(): Promise<void>
}

export interface WorkerPoolOptions<Job, Result> {
  size: number
  start(): Promise<PooledWorker<Job, Result>>
  /** How long a job may take, in milliseconds. */
  timeLimit(job: Job): number
  /** What a job comes to that two workers did not finish. */
  givenUp: Result
}

export interface WorkerPool<Job, Result> {
  run(job: Job): Promise<Result>
  close(): Promise<void>
}

/** The wait of a job for its time to be up; the timer keeps no process alive. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

interface Task<Job, Result> {
  job: Job
  resolve(result: Result): void
  reject(cause: unknown): void
}

/** A start takes a second of work; on a machine with much else to do, many more. */
const startLimit = 120_000

/** Two attempts: the first may have met a worker that an earlier job had harmed. */
const attempts = 2

/**
 * Workers started as jobs pile up, each replaced when it dies or does not answer in time. A job that fails twice comes to
 * `givenUp`; jobs are refused only where no worker can be started, and after `close`.
 */
export function workerPool<Job, Result>(options: WorkerPoolOptions<Job, Result>): WorkerPool<Job, Result> {
  const waiting: Task<Job, Result>[] = []
  const idle: PooledWorker<Job, Result>[] = []
  /** Workers at work; each takes jobs until there are none. */
  let busy = 0
  let closed = false
  const ended = Promise.withResolvers<void>()

  async function attempt(job: Job): Promise<{ result: Result } | undefined> {
    const worker = idle.pop() ?? (await within(options.start(), startLimit))
    try {
      const result = await within(worker.run(job), options.timeLimit(job))
      idle.push(worker)
      return { result }
    } catch {
      await worker.stop().catch(() => {})
      return undefined
    }
  }

  async function work(): Promise<void> {
    busy++
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      try {
        let done: { result: Result } | undefined
        for (let i = 0; i < attempts && !done; i++) done = await attempt(task.job)
        task.resolve(done ? done.result : options.givenUp)
      } catch (cause) {
        task.reject(cause)
      }
    }
    busy--
    if (closed && busy === 0) ended.resolve()
  }

  return {
    run(job) {
      if (closed) return Promise.reject(new Error('used after close'))
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      waiting.push({ job, resolve, reject })
      if (busy < options.size) work()
      return promise
    },
    async close() {
      closed = true
      for (const task of waiting.splice(0)) task.resolve(options.givenUp)
      if (busy > 0) await ended.promise
      await Promise.all(idle.splice(0).map((worker) => worker.stop()))
    },
  }
}
