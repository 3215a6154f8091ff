/** Why bytes cannot be read as a document. `locked` asks for a password, `damaged` has the right format but not its structure. */
export type UnreadableCode = 'empty' | 'binary' | 'too-large' | 'undecodable' | 'unsupported' | 'locked' | 'damaged'

/** What is known of the bytes, for the words that a person gets. */
export interface UnreadableData {
  /** What the bytes are, where their first bytes tell: pdf, zip, png … */
  kind?: string
  /** Size and limit in bytes. */
  size?: number
  limit?: number
}

/** Bytes of the largest input: far above any document, and far below what one string of the platform holds (2^29 units). */
export const sizeLimit = 256 * 1024 * 1024

/** Thrown by readers for input that holds no text; never for what a text says. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly code: UnreadableCode
  readonly data: UnreadableData

  constructor(code: UnreadableCode, data: UnreadableData = {}) {
    super(Object.entries(data).reduce((words, [name, value]) => `${words}, ${name} ${value}`, `unreadable: ${code}`))
    this.code = code
    this.data = data
  }
}
