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

/** An image that asks for care, with the code of its error, or its pages and the lines of text on them. */
export interface ImageFixture {
  name: string
  bytes: Uint8Array
  expected: { error?: string; pages?: number; lines?: number }
}

/** Every fixtures/image/case. */
export function readImages(): ImageFixture[] {
  return folders(`${folder}image`).map((name) => {
    const path = `${folder}image/${name}`
    const file = readdirSync(path).find((f) => f.startsWith('input.')) ?? ''
    return {
      name: `image/${name}`,
      bytes: readFileSync(`${path}/${file}`),
      expected: JSON.parse(readFileSync(`${path}/expected.json`, 'utf8')),
    }
  })
}

/** Every fixtures/scan/case: page images, PDFs that hold some, and what was recognised elsewhere. */
export function readScans(): (Fixture & { file: string })[] {
  return folders(`${folder}scan`).map((name) => {
    const path = `${folder}scan/${name}`
    const file = readdirSync(path).find((f) => f.startsWith('input.')) ?? ''
    return {
      name: `scan/${name}`,
      file: `${path}/${file}`,
      bytes: readFileSync(`${path}/${file}`),
      expected: JSON.parse(readFileSync(`${path}/expected.json`, 'utf8')),
    }
  })
}

export const readAccount = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}/source.json`, 'utf8'))
