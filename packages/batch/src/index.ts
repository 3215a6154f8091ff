export { pathsOfList } from './inputs/path-list.ts'
export { taskBytes } from './inputs/task-bytes.ts'
export { type Pipeline, pipelineName } from './inputs/tasks.ts'
export { FolderInUseError } from './journal/folder-lock.ts'
export { resultsName } from './journal/journal.ts'
export { type JournalOptions, type JournalQueue, openJournal } from './journal/journal-queue.ts'
export {
  type FolderFailure,
  type FolderResult,
  failuresOfFolder,
  isResultFolder,
  type ResultPlace,
  resultAt,
  resultsOfFolder,
} from './journal/results.ts'
export { openPool, type Pool, type PoolOptions, PoolStartError } from './pool/pool.ts'
export type { DocumentRead, ReadDocument } from './pool/protocol.ts'
export type { Queue, QueueStats } from './queue/queue.ts'
export type { BatchEvent } from './run/event.ts'
export { type Inputs, offeredTasks } from './run/offer.ts'
export { type RunOptions, runBatch } from './run/run-batch.ts'
export type { Summary } from './run/summary.ts'
export type { Facts, Failure, FailureReason } from './schema/outcome.ts'
export type { Task } from './schema/task.ts'
