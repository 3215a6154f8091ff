import { memoryMark, type WorkFault } from './protocol.ts'

const heapExhausted = /heap out of memory|Allocation failed|Array buffer allocation failed/iu

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`

/** What the end of a child says about its document, from its signal or status and its last words. */
export function exitFault(status: number | null, signal: string | null, lastWords: string): WorkFault {
  const mark = lastWords.lastIndexOf(memoryMark)
  if (mark >= 0) {
    const used = Number.parseInt(lastWords.slice(mark + memoryMark.length), 10)
    return { reason: 'memory', message: `used ${megabytes(used)}` }
  }
  if (heapExhausted.test(lastWords)) return { reason: 'memory', message: 'the heap was full' }
  // Nobody but the system or a person sends this: a full machine, a container that ends.
  if (signal === 'SIGKILL' || signal === 'SIGTERM') return { reason: 'lost', message: `ended by ${signal}` }
  return { reason: 'crash', message: signal === null ? `exit status ${status}` : `ended by ${signal}` }
}
