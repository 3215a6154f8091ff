import { sizeLimit, UnreadableError } from '@kyoyaku/core'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { nearPorts } from './near-port.ts'
import { loadWorkerHalf, openingOptions, type Pdfjs, type WorkerHalf } from './pdfjs.ts'

export interface PdfPassword {
  password?: string
}

/** A PDF's header stands within its first kilobyte. */
const headerWithin = 1024

function hasHeader(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headerWithin))
  return head.includes('%PDF-')
}

/** Asks pdfjs for a document, over a channel that does not copy its lists of operations. */
function startDocument(
  pdfjs: Pdfjs,
  worker: WorkerHalf,
  options: Record<string, unknown>,
): ReturnType<Pdfjs['getDocument']> {
  const [near, far] = nearPorts()
  // Nothing outside holds the ports: the worker is gone with its document.
  const channel: object = { port: near, verbosity: options.verbosity }
  const own = new pdfjs.PDFWorker(channel)
  worker.initializeFromPort(far)
  const all: object = { ...options, worker: own }
  return pdfjs.getDocument(all)
}

/**
 * Opens a document; `more` are settings of pdfjs besides the usual ones.
 * @throws {UnreadableError} empty, too-large, unsupported, locked, damaged
 */
export async function openPdf(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  { password }: PdfPassword,
  more: Record<string, unknown> = {},
): Promise<PDFDocumentProxy> {
  if (bytes.length === 0) throw new UnreadableError('empty')
  if (bytes.length > sizeLimit) throw new UnreadableError('too-large', { size: bytes.length, limit: sizeLimit })
  if (!hasHeader(bytes)) throw new UnreadableError('unsupported')
  try {
    // pdfjs takes the buffer over, so it gets a copy.
    return await startDocument(pdfjs, await loadWorkerHalf(), {
      ...openingOptions(),
      ...more,
      ...(password === undefined ? {} : { password }),
      data: new Uint8Array(bytes),
    }).promise
  } catch (cause) {
    const locked = cause instanceof pdfjs.PasswordException
    throw new UnreadableError(locked ? 'locked' : 'damaged', { kind: 'pdf' })
  }
}
