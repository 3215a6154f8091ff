import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { bytesOf, casesOf } from '../../packages/corpus/src/index.ts'
import { build } from '../release/build.ts'
import { installPacked } from '../release/install.ts'
import { middle, type Row } from './measure.ts'
import { statuteOf } from './statute.ts'

const times = 15
const root = resolve(import.meta.dirname, '../..')

/** Milliseconds of the clock that a command takes. */
function clockOf(args: readonly string[]): number {
  const start = performance.now()
  spawnSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - start
}

/** So many characters of agreements printed cell after cell: what takes the most searching for its size. */
async function cellsOf(characters: number): Promise<string> {
  let text = ''
  for (const one of casesOf(1, 200, 'text')) {
    if (text.length >= characters) break
    if (one.type === 'agreement' && one.form === 'cells') text += new TextDecoder().decode(await bytesOf(one))
  }
  return text
}

/**
 * The whole process, from nothing to the result, as a multiple of what an empty one takes, which runs between.
 * `file` is read as well.
 */
export async function benchStartUp(file: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  await build(root)
  const command = join(installPacked(root, folder)('kyoyaku'), 'dist/kyoyaku.cjs')
  const texts = {
    'statute.txt': statuteOf(7000),
    'cell-after-cell.txt': await cellsOf(6000),
    ...(file === undefined ? {} : { [basename(file)]: readFileSync(file, 'utf8') }),
  }
  const entries = [
    ['as installed', command],
    ['unbuilt', join(root, 'packages/cli/bin/kyoyaku.js')],
  ] as const
  const rows: Row[] = []
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, name)
    writeFileSync(path, text)
    for (const [how, entry] of entries) {
      const whole: number[] = []
      const nothing: number[] = []
      // The first fills the cache of compiled modules.
      clockOf([entry, 'parse', path])
      for (let i = 0; i < times; i++) {
        whole.push(clockOf([entry, 'parse', path]))
        nothing.push(clockOf(['-e', '0']))
      }
      rows.push({
        what: `kyoyaku ${how}, parse ${name} (${text.length} characters), whole process: milliseconds, node -e 0 beside it`,
        measured: `${middle(whole).toFixed(0)} / ${middle(nothing).toFixed(0)}`,
        ratio: (middle(whole) / middle(nothing)).toFixed(1),
        wanted: '< 5',
      })
    }
  }
  rmSync(folder, { recursive: true })
  return rows
}
