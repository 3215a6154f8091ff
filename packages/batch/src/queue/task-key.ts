import { createHash } from 'node:crypto'

/** Characters of a hash that no two documents share. */
const keyLength = 40

/** The key of a task: other contents, other options or another version of the pipeline are another task. */
export function taskKey(sha256: string, pipeline: string): string {
  return createHash('sha256').update(`${sha256}\n${pipeline}`).digest('hex').slice(0, keyLength)
}
