import { engineVariable } from '../engine.ts'
import { version } from '../version.ts'

/** The module that the processes of a batch run. */
export const documentModule = new URL('./batch-document.ts', import.meta.url).href

/** Tells the processes of a batch which engine was asked for, and returns the version of the pipeline that reads with it. */
export function pipelineOf(engine: string | undefined): string {
  if (engine === undefined) return pipelineVersion
  process.env[engineVariable] = engine
  return `${pipelineVersion} ${engine}`
}

/** What results depend on besides contents and language: another version reads everything again. */
const pipelineVersion = `kyoyaku ${version}`
