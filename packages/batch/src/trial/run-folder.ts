import { FolderInUseError } from '../journal/folder-lock.ts'
import { openJournal } from '../journal/journal-queue.ts'
import { openPool } from '../pool/pool.ts'
import { offeredTasks } from '../run/offer.ts'
import { runBatch } from '../run/run-batch.ts'

// A whole batch over the poison reader, in a process that tests can kill: run-folder.ts INPUT OUTPUT JOBS SECONDS MB
const [, , input = '', output = '', jobs = '2', seconds = '2', megabytes = '300'] = process.argv
const pipeline = { version: 'trial 1', locale: 'ja' } as const
try {
  const journal = await openJournal(output, { pipeline })
  const summary = await runBatch({
    queue: journal,
    pool: openPool({
      module: new URL('./poison-reader.ts', import.meta.url).href,
      jobs: Number(jobs),
      memory: Number(megabytes) * 2 ** 20,
      timeLimit: Number(seconds) * 1000,
    }),
    jobs: Number(jobs),
    timeLimitSeconds: Number(seconds),
    tasks: (tell) => offeredTasks({ operands: [input], output, pipeline }, journal, tell),
  })
  await journal.close()
  console.log(JSON.stringify({ ...summary, peakMemory: process.resourceUsage().maxRSS * 1024 }))
} catch (error) {
  if (!(error instanceof FolderInUseError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
