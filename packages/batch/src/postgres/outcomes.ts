import type { Pool, PoolClient } from 'pg'
import { type Facts, type Failure, type FailureReason, facts, failureReason } from '../schema/outcome.ts'

/** Either runs statements: the pool, or a connection inside a transaction. */
export type Database = Pool | PoolClient

// The lock keeps two workers that start at once from creating the table twice, which PostgreSQL refuses.
const schema = `
  BEGIN;
  SELECT pg_advisory_xact_lock(hashtext('kyoyaku.outcomes'));
  CREATE SCHEMA IF NOT EXISTS kyoyaku;
  CREATE TABLE IF NOT EXISTS kyoyaku.outcomes (
    seq bigserial PRIMARY KEY,
    queue text NOT NULL,
    key text NOT NULL UNIQUE,
    path text NOT NULL,
    reason text,
    message text NOT NULL DEFAULT '',
    attempts integer NOT NULL,
    seconds double precision NOT NULL DEFAULT 0,
    cpu_seconds double precision NOT NULL DEFAULT 0,
    facts jsonb,
    result text,
    at timestamptz NOT NULL DEFAULT now()
  );
  COMMIT`

export const createOutcomes = async (database: Database): Promise<void> => {
  await database.query(schema)
}

/** What became of a task, without its result. */
export interface OutcomeHead {
  seq: number
  key: string
  path: string
  attempts: number
  seconds: number
  cpuSeconds: number
  failure?: Failure
  facts?: Facts
}

interface HeadRow {
  seq: string
  key: string
  path: string
  reason: string | null
  message: string
  attempts: number
  seconds: number
  cpu_seconds: number
  facts: unknown
}

function headOfRow(row: HeadRow): OutcomeHead {
  const { key, path, message, attempts, seconds } = row
  const head = { seq: Number(row.seq), key, path, attempts, seconds, cpuSeconds: row.cpu_seconds }
  if (row.reason === null) return { ...head, facts: facts.parse(row.facts) }
  const reason: FailureReason = failureReason.safeParse(row.reason).data ?? 'failed'
  return { ...head, failure: { reason, message, attempts } }
}

export interface NewOutcome {
  queue: string
  key: string
  path: string
  attempts: number
  failure?: Failure
  result?: { json: string | Uint8Array; facts: Facts; seconds: number; cpuSeconds: number }
}

/** Keeps an outcome; false where there is one of this key. */
export async function insertOutcome(database: Database, outcome: NewOutcome): Promise<boolean> {
  const { queue, key, path, attempts, failure, result } = outcome
  const { rowCount } = await database.query(
    `INSERT INTO kyoyaku.outcomes (queue, key, path, reason, message, attempts, seconds, cpu_seconds, facts, result)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (key) DO NOTHING`,
    [
      queue,
      key,
      path,
      failure?.reason ?? null,
      failure?.message ?? '',
      attempts,
      result?.seconds ?? 0,
      result?.cpuSeconds ?? 0,
      result ? JSON.stringify(result.facts) : null,
      result?.json ?? null,
    ],
  )
  return rowCount === 1
}

/** Which of the keys have an outcome, and whether it is a failure. */
export async function knownOutcomes(database: Database, keys: readonly string[]): Promise<Map<string, boolean>> {
  const { rows } = await database.query<{ key: string; failed: boolean }>(
    'SELECT key, reason IS NOT NULL AS failed FROM kyoyaku.outcomes WHERE key = ANY($1)',
    [keys],
  )
  return new Map(rows.map(({ key, failed }) => [key, failed]))
}

/** Outcomes by key, without their results. */
export async function outcomeHeads(database: Database, keys: readonly string[]): Promise<OutcomeHead[]> {
  const { rows } = await database.query<HeadRow>(
    `SELECT seq, key, path, reason, message, attempts, seconds, cpu_seconds, facts
     FROM kyoyaku.outcomes WHERE key = ANY($1) ORDER BY seq`,
    [keys],
  )
  return rows.map(headOfRow)
}

export async function resultOf(database: Database, key: string): Promise<string | undefined> {
  const { rows } = await database.query<{ result: string | null }>(
    'SELECT result FROM kyoyaku.outcomes WHERE key = $1',
    [key],
  )
  return rows[0]?.result ?? undefined
}

/** Forgets failures of a queue, or of some keys in it; resolves with their keys. */
export async function deleteFailures(database: Database, queue: string, keys?: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ key: string }>(
    `DELETE FROM kyoyaku.outcomes WHERE queue = $1 AND reason IS NOT NULL AND ($2::text[] IS NULL OR key = ANY($2))
     RETURNING key`,
    [queue, keys ?? null],
  )
  return rows.map(({ key }) => key)
}

export async function countOutcomes(database: Database, queue: string): Promise<{ done: number; failed: number }> {
  const { rows } = await database.query<{ done: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE reason IS NULL)::int AS done, count(*) FILTER (WHERE reason IS NOT NULL)::int AS failed
     FROM kyoyaku.outcomes WHERE queue = $1`,
    [queue],
  )
  return rows[0] ?? { done: 0, failed: 0 }
}
