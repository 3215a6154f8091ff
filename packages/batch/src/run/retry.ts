import type { WorkFault } from '../pool/protocol.ts'

export interface Attempt {
  fault: WorkFault
  /** How often the document was tried, this time included. */
  attempts: number
  /** Whether it ran with nothing beside it. */
  alone: boolean
  /** CPU that it had, where that is known, and the time that it was given. */
  cpuSeconds?: number | undefined
  timeLimitSeconds: number
  jobs: number
}

export interface Retry {
  delay: number
  alone: boolean
}

/** A document that had this share of its time limit on a CPU was not slowed by its neighbours. */
const undisturbedShare = 0.8

/** What passes by itself, as a busy file server or a process that the system ended, is tried so often. */
const transientAttempts = 3
const firstDelay = 1000

/**
 * Whether trying again can change anything, and how; undefined where it cannot. A document that ran out of memory or
 * time gets one attempt alone, with the memory of all jobs, unless it had as much memory, or the CPU, already.
 */
export function retryOf({ fault, attempts, alone, cpuSeconds, timeLimitSeconds, jobs }: Attempt): Retry | undefined {
  if (fault.reason === 'memory') return alone || jobs === 1 ? undefined : { delay: 0, alone: true }
  if (fault.reason === 'time-out') {
    const disturbed = cpuSeconds === undefined || cpuSeconds < timeLimitSeconds * undisturbedShare
    // Also with one job: what disturbs may be no document of this run.
    return disturbed && !alone ? { delay: 0, alone: true } : undefined
  }
  if (fault.reason !== 'lost' && fault.reason !== 'input') return undefined
  return attempts < transientAttempts ? { delay: firstDelay * 4 ** (attempts - 1), alone } : undefined
}
