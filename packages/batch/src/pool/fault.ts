import { UnreadableError } from '@kyoyaku/core/unreadable'
import type { FailureReason } from '../schema/outcome.ts'
import type { WorkFault } from './protocol.ts'

/** Errors of the file system by what they mean for a document. The rest of them is `input`, which may pass. */
const systemReasons: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'unsupported',
  EACCES: 'denied',
  EPERM: 'denied',
  ENAMETOOLONG: 'missing',
  ELOOP: 'refused',
}

/** Longest message that is kept: a document's text may stand in it. */
const messageLimit = 300

const allocation = /allocation failed|Invalid (?:array|string) length|out of memory/iu

/** Why a document could not be read, from what was thrown. */
export function faultOf(error: unknown): WorkFault {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').slice(0, messageLimit)
  if (error instanceof UnreadableError) return { reason: error.code, message: error.data.kind ?? '' }
  if (error instanceof RefusedError) return { reason: error.reason, message }
  const { code } = (error ?? {}) as { code?: unknown }
  if (error instanceof RangeError && allocation.test(message)) return { reason: 'memory', message }
  if (typeof code === 'string' && /^E[A-Z]+$/u.test(code)) {
    const reason = systemReasons[code]
    return reason ? { reason, message: '' } : { reason: 'input', message }
  }
  return { reason: 'failed', message }
}

/** What a batch itself does not read, with the reason for its list. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly reason: FailureReason

  constructor(reason: FailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}
