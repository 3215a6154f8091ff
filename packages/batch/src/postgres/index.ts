export { openPostgresQueue, type PostgresOptions, type PostgresQueue } from './postgres-queue.ts'
export { runShared, type SharedRunOptions } from './run-shared.ts'
