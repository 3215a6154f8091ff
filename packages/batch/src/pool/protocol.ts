import type { Facts, FailureReason } from '../schema/outcome.ts'
import type { Task } from '../schema/task.ts'

/** What a module of work exports as `readDocument`; it runs in a process of its own. */
export type ReadDocument = (task: Task, onPage: OnPage) => Promise<DocumentRead>

/** Told how many page images of a document are recognised, and of how many where that is known. */
export type OnPage = (done: number, all?: number) => void

/** A result as JSON, with the hash of the contents that it was read from. */
export interface DocumentRead {
  json: string
  sha256: string
  facts: Facts
}

/** Thrown by a module of work for a document that it can say something about. */
export interface WorkFault {
  reason: FailureReason
  message: string
}

/** From the pool to a child. */
export interface Order {
  task: Task
}

/** From a child to the pool: ready for its first document, done with a page image, or with a document, whose result follows as JSON in UTF-8. */
export type Reply =
  | ({ kind: 'ready' } & Usage)
  | ({ kind: 'page'; done: number; all?: number } & Usage)
  | ({ kind: 'done'; seconds: number; read: Omit<DocumentRead, 'json'> } & Usage)
  | ({ kind: 'failed'; seconds: number; fault: WorkFault } & Usage)

/** Numbers of the files that a child writes its replies to, and how many documents it has begun. */
export const replyFile = 4
export const begunFile = 5

/** What the whole process has used by now: bytes that it holds, and CPU since its start. */
export interface Usage {
  memory: number
  totalCpuSeconds: number
}

/** Written to standard error by the watchdog before it ends the process for its memory. */
export const memoryMark = 'kyoyaku-watchdog: memory '
