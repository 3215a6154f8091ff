import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** pdfjs asks for these browser classes though nothing is rendered here; the stubs are never called with meaning. */
function standIn(): void {
  const scope = globalThis as unknown as { DOMMatrix?: unknown; Path2D?: unknown; FontFace?: unknown }
  scope.DOMMatrix ??= class {}
  scope.Path2D ??= class {}
  // With a font face to hand its fonts to, pdfjs does not trace the outline of every character.
  scope.FontFace ??= class {}
}

/**
 * Of damaged files pdfjs rejects promises that nobody holds, and reads on another way: they would end the process. A
 * rejection of anybody else is for those who listen, and ends the process where nobody does, as it would without this.
 */
function letGo(reason: unknown): void {
  const own = reason instanceof Error && String(reason.stack).includes('pdfjs-dist')
  if (!own && process.listenerCount('unhandledRejection') === 1) throw reason
}

let loading: Promise<Pdfjs> | undefined

/** pdfjs, loaded on first use. */
export function loadPdfjs(): Promise<Pdfjs> {
  standIn()
  if (!loading) process.on('unhandledRejection', letGo)
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loading
}

/** The half of pdfjs that reads files; it runs in this thread. */
export interface WorkerHalf {
  initializeFromPort: (port: unknown) => void
}

/** The half of pdfjs that reads files, loaded on first use. */
export async function loadWorkerHalf(): Promise<WorkerHalf> {
  // @ts-expect-error It comes without types.
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return WorkerMessageHandler as WorkerHalf
}

/** Where the installed package keeps its character maps and substitute fonts: text in fonts that are not embedded needs them. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
}

/** How documents are opened: everything from the installed package, nothing rendered, no image decoded. */
export function openingOptions(): Record<string, unknown> {
  const folder = packageFolder()
  return {
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: { fonts: { add: () => {}, delete: () => {} } },
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 0,
    verbosity: 0,
  }
}
