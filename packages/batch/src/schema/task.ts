import * as z from 'zod'

/** Where a member of an archive lies, so that it is read without a search. */
export const memberPlace = z.object({
  start: z.int().min(0).describe('offset of its bytes in the archive'),
  compressedSize: z.int().min(0),
  size: z.int().min(0),
  deflated: z.boolean(),
})
export type MemberPlace = z.infer<typeof memberPlace>

const documentPlace = z.object({
  path: z.string().describe('absolute; members of archives as archive.zip!/name'),
  file: z.string().describe('the file to open: the archive where it is a member'),
  name: z.string().describe('last part of the path'),
  member: memberPlace.optional(),
})
export type DocumentPlace = z.infer<typeof documentPlace>

/** One document to be read. */
export const task = documentPlace.extend({
  key: z.string().describe('of its contents, the options and the version of the pipeline'),
  sha256: z.string(),
  size: z.int().min(0),
  ocr: documentPlace.extend({ sha256: z.string() }).optional().describe('what another program recognised on its pages'),
  locale: z.enum(['ja', 'en']).describe('language of the diagnostics'),
})
export type Task = z.infer<typeof task>
