import type { Recognizer } from '@kyoyaku/scan'

/** Who recognises characters on images; `auto` is the best that is installed. */
export const engines = ['auto', 'tesseract.js', 'tesseract'] as const
export type Engine = (typeof engines)[number]

export const isEngine = (name: string | undefined): name is Engine => engines.some((engine) => engine === name)

/** Name of the environment variable by which the processes of a batch know the engine that was asked for. */
export const engineVariable = 'KYOYAKU_ENGINE'

let open: Promise<Recognizer> | undefined

/** The recogniser of this run, started with the first page that needs one; it recognises `jobs` lines at once, or one a core. */
export function recognizer(engine: Engine, jobs?: number): Promise<Recognizer> {
  open ??= import('@kyoyaku/scan').then(({ defaultRecognizer }) =>
    defaultRecognizer({ engine, ...(jobs === undefined ? {} : { jobs }) }),
  )
  return open
}

/** Lets go of the recogniser, without which its threads would keep the process. */
export async function closeRecognizer(): Promise<void> {
  const last = open
  open = undefined
  await (await last?.catch(() => undefined))?.close()
}
