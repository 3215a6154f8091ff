import { version } from '../version.ts'

/** The module that the processes of a batch run. */
export const documentModule = new URL('./batch-document.ts', import.meta.url).href

/** What results depend on besides contents and language: another version reads everything again. */
export const pipelineVersion = `kyoyaku ${version}`
