import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A partial ParseResult: objects match as subsets, arrays in length and order. */
export interface Expectation {
  source?: Record<string, unknown>
  documents?: Record<string, unknown>[]
  /** Diagnostics that must each be found. */
  diagnostics?: { code: string; data?: Record<string, unknown> }[]
  /** Codes that must not occur. */
  no?: string[]
}

export interface Fixture {
  /** kind/case */
  name: string
  bytes: Uint8Array
  expected: Expectation
}

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

/** Every fixtures/kind/case that holds a plain text. */
export function readFixtures(): Fixture[] {
  return folders(folder)
    .flatMap((kind) => folders(`${folder}${kind}`).map((name) => `${kind}/${name}`))
    .filter((name) => existsSync(`${folder}${name}/input.txt`))
    .map((name) => ({
      name,
      bytes: readFileSync(`${folder}${name}/input.txt`),
      expected: JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8')),
    }))
}

export const readAccount = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}/source.json`, 'utf8'))
