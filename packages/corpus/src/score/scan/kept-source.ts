import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '@kyoyaku/core'

/** Recognition takes a minute a document and what follows a second: who works on what follows keeps what was recognised. */
export interface KeptSource {
  source: Source
  /** Processor seconds that reading it took. */
  seconds: number
}

const floats = 'float32'

/** Float arrays as lists under a name that nothing else has. */
const packed = (_: string, value: unknown): unknown =>
  value instanceof Float32Array ? { [floats]: Array.from(value) } : value
const unpacked = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && floats in value
    ? Float32Array.from((value as { [floats]: number[] })[floats])
    : value

/** What `read` gives, or what it gave before where the folder has it under this name. */
export async function keptSource(
  folder: string | undefined,
  name: string,
  read: () => Promise<KeptSource>,
): Promise<KeptSource> {
  if (folder === undefined) return read()
  const file = join(folder, `${name.replaceAll('/', '-')}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'), unpacked) as KeptSource
  const kept = await read()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(kept, packed))
  return kept
}
