import { Pool, type PoolClient } from 'pg'
import { type Db, PgBoss } from 'pg-boss'
import type { Claim, Offer, Queue } from '../queue/queue.ts'
import type { Failure } from '../schema/outcome.ts'
import { type Task, task as taskSchema } from '../schema/task.ts'
import {
  countOutcomes,
  createOutcomes,
  deleteFailures,
  insertOutcome,
  knownOutcomes,
  type NewOutcome,
  type OutcomeHead,
  outcomeHeads,
  resultOf,
} from './outcomes.ts'
import { persist } from './persist.ts'

/** The shortest that pg-boss allows, so that the documents of a machine that died are soon taken up by another. */
const heartbeatSeconds = 10
const monitorSeconds = 5
/** A worker that dies takes its documents with it; one that kills so many workers is given up. */
const lossLimit = 4
/** pg-boss ends what takes longer than a day; the time limit of a document is the worker's business. */
const longestSeconds = 23 * 3600
/** Results wait in the server until a batch fetches them, jobs as long as anybody may ask for them. */
const monthSeconds = 30 * 24 * 3600

const bossSchema = 'kyoyaku_queue'

export interface PostgresOptions {
  url: string
  /** Program and version: workers take only what is meant for theirs. */
  version: string
  retryFailed?: boolean
}

export interface PostgresQueue extends Queue {
  heads(keys: readonly string[]): Promise<OutcomeHead[]>
  result(key: string): Promise<string | undefined>
  /** Gives failures another chance; resolves with how many. */
  retryFailures(): Promise<number>
  /** Takes everything that waits off the queue; resolves with how many. */
  drain(): Promise<number>
}

/** The queue's name, as pg-boss allows it. */
const queueName = (version: string): string => version.replace(/[^\w.-]/gu, '-')

/** A task has the id of its key, so that it is in the queue once, whoever adds it. */
const idOf = (key: string): string => key.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')

const overlooked = (): void => {}

const within = (client: PoolClient): Db => ({ executeSql: (text, values) => client.query(text, values) })

/** A queue on PostgreSQL: pg-boss hands out work, a table of our own keeps what came of it. */
export async function openPostgresQueue({ url, version, retryFailed }: PostgresOptions): Promise<PostgresQueue> {
  const name = queueName(version)
  const dead = `${name}.dead`
  const pool = new Pool({ connectionString: url, max: 4, application_name: 'kyoyaku' })
  // Idle connections that the server closes: the next statement finds out, and is tried again.
  pool.on('error', overlooked)
  const boss = new PgBoss({
    connectionString: url,
    schema: bossSchema,
    application_name: 'kyoyaku queue',
    schedule: false,
    max: 2,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
  })
  boss.on('error', overlooked)
  await createOutcomes(pool)
  await boss.start()
  const policy = { expireInSeconds: longestSeconds, retentionSeconds: monthSeconds, deleteAfterSeconds: monthSeconds }
  await boss.createQueue(dead, policy)
  await boss.createQueue(name, {
    ...policy,
    heartbeatSeconds,
    retryLimit: lossLimit,
    retryDelay: 1,
    retryBackoff: true,
    deadLetter: dead,
  })

  const transaction = <T>(act: (client: PoolClient) => Promise<T>): Promise<T> =>
    persist(async () => {
      const client = await pool.connect()
      // A server that dies between two statements: the next one finds out, as with connections that nobody has.
      client.on('error', overlooked)
      let fault: Error | undefined
      try {
        await client.query('BEGIN')
        const result = await act(client)
        await client.query('COMMIT')
        return result
      } catch (error) {
        fault = error as Error
        await client.query('ROLLBACK').catch(() => {})
        throw error
      } finally {
        if (!fault) client.off('error', overlooked)
        client.release(fault)
      }
    })
  const keep = ({ id, task }: Claim, outcome: Omit<NewOutcome, 'queue' | 'key' | 'path'>): Promise<boolean> =>
    transaction(async (client) => {
      const kept = await insertOutcome(client, { queue: name, key: task.key, path: task.path, ...outcome })
      await boss.complete(name, id, null, { db: within(client) })
      return kept
    })

  /** What was given up with its worker again and again gets its place among the failures. */
  const buryDead = async (): Promise<void> => {
    for (const job of await boss.fetch<Task>(dead, { batchSize: 20 }))
      await transaction(async (client) => {
        const { key, path } = job.data
        const failure: Failure = {
          reason: 'lost',
          message: 'its worker died every time',
          attempts: lossLimit + 1,
        }
        await insertOutcome(client, { queue: name, key, path, attempts: failure.attempts, failure })
        await boss.complete(dead, job.id, null, { db: within(client) })
      })
  }
  /** Deletes and adds in one transaction: a kill in between must not lose the task. */
  const requeue = (client: PoolClient): ((tasks: readonly Task[]) => Promise<void>) => {
    const db = within(client)
    return async (tasks) => {
      if (tasks.length === 0) return
      await boss.deleteJob(
        name,
        tasks.map(({ key }) => idOf(key)),
        { db },
      )
      await boss.insert(
        name,
        tasks.map((task) => ({ id: idOf(task.key), data: task })),
        { db },
      )
    }
  }

  return {
    enqueue: (tasks) =>
      transaction(async (client) => {
        const keys = tasks.map(({ key }) => key)
        if (retryFailed) {
          const again = new Set(await deleteFailures(client, name, keys))
          await requeue(client)(tasks.filter(({ key }) => again.has(key)))
        }
        const known = await knownOutcomes(client, keys)
        const fresh = tasks.filter(({ key }) => !known.has(key))
        if (fresh.length > 0) {
          const jobs = fresh.map((task) => ({ id: idOf(task.key), data: task }))
          await boss.insert(name, jobs, { db: within(client) })
        }
        return keys.map((key): Offer => (known.has(key) ? (known.get(key) ? 'failed' : 'done') : 'added'))
      }),
    claim: (count) =>
      persist(async () => {
        const jobs = await boss.fetch<unknown>(name, { batchSize: count })
        if (jobs.length === 0) await buryDead()
        const claims = jobs.map(({ id, data }): Claim => ({ id, task: taskSchema.parse(data) }))
        // Taken away from a worker that had finished after all.
        const known = await knownOutcomes(
          pool,
          claims.map(({ task }) => task.key),
        )
        const over = claims.filter(({ task }) => known.has(task.key))
        if (over.length > 0)
          await boss.complete(
            name,
            over.map(({ id }) => id),
          )
        return claims.filter(({ task }) => !known.has(task.key))
      }),
    heartbeat: async (claims) => {
      await boss.touch(
        name,
        claims.map(({ id }) => id),
      )
      return []
    },
    complete: (claim, { json, facts, seconds, cpuSeconds, attempts }) =>
      keep(claim, { attempts, result: { json, facts, seconds, cpuSeconds } }),
    fail: (claim, failure) => keep(claim, { attempts: failure.attempts, failure }),
    release: (claims) =>
      transaction(async (client) => {
        const ids = claims.map(({ id }) => id)
        const db = within(client)
        await boss.cancel(name, ids, { db })
        await boss.resume(name, ids, { db })
      }),
    stats: async () => {
      const { queuedCount, activeCount } = await boss.getQueueStats(name)
      return { waiting: queuedCount, active: activeCount, ...(await countOutcomes(pool, name)) }
    },
    heads: (keys) => persist(() => outcomeHeads(pool, keys)),
    result: (key) => persist(() => resultOf(pool, key)),
    retryFailures: () =>
      transaction(async (client) => {
        const { rows } = await client.query<{ data: unknown }>(
          `SELECT data FROM ${bossSchema}.job j JOIN kyoyaku.outcomes o ON j.data->>'key' = o.key
           WHERE j.name = $1 AND o.queue = $1 AND o.reason IS NOT NULL`,
          [name],
        )
        const tasks = rows.map(({ data }) => taskSchema.parse(data))
        await deleteFailures(
          client,
          name,
          tasks.map(({ key }) => key),
        )
        await requeue(client)(tasks)
        return tasks.length
      }),
    drain: async () => {
      const before = (await boss.getQueueStats(name)).queuedCount
      await boss.deleteQueuedJobs(name)
      return before
    },
    close: async () => {
      await boss.stop({ graceful: false })
      await pool.end()
    },
  }
}
