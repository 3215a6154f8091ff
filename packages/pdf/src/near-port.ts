type Listener = (event: { data: unknown }) => void

/** What pdfjs asks of the channel to its worker half. */
export interface NearPort {
  postMessage: (message: unknown, transfer?: ArrayBuffer[]) => void
  addEventListener: (name: string, listener: Listener, options?: { signal?: AbortSignal }) => void
  removeEventListener: (name: string, listener: Listener) => void
}

interface OperationChunk {
  fnArray: unknown[]
  argsArray: unknown[]
}

const isOperationChunk = (chunk: unknown): chunk is OperationChunk => {
  const { fnArray, argsArray } = (chunk ?? {}) as Partial<OperationChunk>
  return Array.isArray(fnArray) && Array.isArray(argsArray)
}

/** Whether a message holds nothing that its sender could change later. */
const isFlat = (message: object): boolean => {
  for (const value of Object.values(message)) if (typeof value === 'object' && value !== null) return false
  return true
}

/**
 * What arrives of a message. Lists of operations are thousands of small arrays, which cost as much to copy as to make: they come as
 * they are, in lists of their own because the sender empties its. Everything else is copied as between threads.
 */
function arriving(message: unknown, transfer: ArrayBuffer[] | undefined): unknown {
  if (typeof message !== 'object' || message === null) return message
  const { chunk } = message as { chunk?: unknown }
  if (isOperationChunk(chunk)) {
    const own = { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() }
    return { ...message, chunk: own }
  }
  // Most messages only say that something may go on.
  return isFlat(message) ? { ...message } : structuredClone(message, transfer ? { transfer } : undefined)
}

/** Two ends of a channel within the thread: what is posted at one arrives, later, at the other. */
export function nearPorts(): [NearPort, NearPort] {
  const listeners: [Set<Listener>, Set<Listener>] = [new Set(), new Set()]
  const port = (own: Set<Listener>, others: Set<Listener>): NearPort => ({
    postMessage(message, transfer) {
      const event = { data: arriving(message, transfer) }
      queueMicrotask(() => {
        for (const listener of others) listener(event)
      })
    },
    addEventListener(_, listener, options) {
      if (options?.signal?.aborted) return
      own.add(listener)
      options?.signal?.addEventListener('abort', () => own.delete(listener), { once: true })
    },
    removeEventListener: (_, listener) => own.delete(listener),
  })
  return [port(listeners[0], listeners[1]), port(listeners[1], listeners[0])]
}
