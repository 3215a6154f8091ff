import { statSync } from 'node:fs'
import { overDocument } from './faults.ts'

/** What a file is whatever it is called; nothing where there is none to be seen. */
function fileAt(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

/** Tells of a place to write to by throwing where one of the documents lies that are read. */
export function keepDocuments(paths: readonly string[]): (target: string) => void {
  const documents = new Set(paths.map(fileAt))
  documents.delete(undefined)
  return (target) => {
    if (documents.has(fileAt(target))) throw Object.assign(new Error(target), { code: overDocument })
  }
}
