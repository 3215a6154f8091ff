import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Which package may import which, type imports included. Arrows point down only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  pdf: ['core'],
  scan: ['core'],
  diff: ['core'],
  report: ['core', 'diff'],
  batch: ['core'],
  corpus: ['core', 'pdf', 'scan'],
  cli: ['core', 'pdf', 'scan', 'diff', 'report', 'batch'],
}

/** Libraries that one place alone may know, as the path that may: everyone else goes through it. */
const onlyIn: Readonly<Record<string, string>> = {
  'pdfjs-dist': 'packages/pdf/',
  'fast-xml-parser': 'packages/scan/',
  kuromoji: 'packages/core/src/text/kuromoji-tokenizer.ts',
  // Costs more to load than most documents cost to parse: schema modules are imported for their types elsewhere.
  zod: 'src/schema/',
}

/** Core runs in browsers; this one file of it does not, and is an entry of its own. */
const nodeOnlyInCore = 'packages/core/src/text/kuromoji-tokenizer.ts'

const specifier = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]{1,200})\1/gu
const scope = '@kyoyaku/'

/** What is wrong with the imports of one file; `path` is relative to the repository. */
export function faultsOf(path: string, code: string): string[] {
  const [, owner = ''] = path.split('/')
  const isTest = path.endsWith('.test.ts')
  const faults: string[] = []
  for (const [, , name = ''] of code.matchAll(specifier)) {
    const fault = (why: string): number => faults.push(`${path}: ${name}: ${why}`)
    if (name.startsWith('.')) {
      const target = relative('.', resolve(path, '..', name))
      if (!target.startsWith(`packages/${owner}/`) && !isTest) fault('reaches out of its package')
      continue
    }
    if (name.startsWith('node:')) {
      if (owner === 'core' && !isTest && path !== nodeOnlyInCore) fault('core runs in browsers too')
      continue
    }
    if (name.startsWith(scope)) {
      const target = name.slice(scope.length).split('/')[0] ?? ''
      if (target !== owner && !mayImport[owner]?.includes(target)) fault(`${owner} may not import ${target}`)
      continue
    }
    const library = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
    const place = onlyIn[library]
    if (place !== undefined && !path.startsWith(place) && !path.startsWith(`packages/${owner}/${place}`) && !isTest)
      fault(`belongs to ${place}`)
  }
  return faults
}

/** The faults of all packages, and packages that the table does not know. */
export function faultsOfAll(): string[] {
  return readdirSync('packages').flatMap((owner) => {
    if (mayImport[owner] === undefined)
      return [`packages/${owner}: is not in the table of ${relative('.', import.meta.filename)}`]
    const folder = join('packages', owner, 'src')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const path = join(folder, name)
        return faultsOf(path, readFileSync(path, 'utf8'))
      })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = faultsOfAll()
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}
