import { openPool } from '../pool/pool.ts'
import { openPostgresQueue } from '../postgres/postgres-queue.ts'
import { runBatch } from '../run/run-batch.ts'

// A worker on a queue with the poison reader, in a process that tests can kill: run-worker.ts URL
const [, , url = ''] = process.argv
const timeLimitSeconds = 5
const queue = await openPostgresQueue({ url, version: 'trial 1' })
await runBatch({
  queue,
  pool: openPool({
    module: new URL('./poison-reader.ts', import.meta.url).href,
    jobs: 1,
    memory: 300 * 2 ** 20,
    timeLimit: timeLimitSeconds * 1000,
  }),
  jobs: 1,
  timeLimitSeconds,
  poll: 300,
  forever: true,
})
