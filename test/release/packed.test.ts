import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, released } from './build.ts'
import { installPacked } from './install.ts'

const root = resolve(import.meta.dirname, '../..')
const packages = released(root)
const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-packed-'))
let installed: (name: string) => string

beforeAll(async () => {
  await build(root)
  installed = installPacked(root, folder)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kyoyaku = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(installed('kyoyaku'), 'dist/kyoyaku.cjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
const fixture = (path: string): string => join(root, 'fixtures', path)

it('holds nothing that Node does not run under node_modules', () => {
  const files = packages.flatMap(({ name }) => readdirSync(installed(name), { recursive: true, encoding: 'utf8' }))
  expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\./u.test(file))).toEqual([])
})

it.each(packages.map(({ name }) => name))('%s offers files that are there, with types', async (name) => {
  const { messages } = await publint({ pkgDir: installed(name), pack: false, level: 'warning' })
  expect(messages).toEqual([])
})

it('parses, as the command of the workspace does', () => {
  const file = fixture('agreement/standard/input.txt')
  const { status, stdout, stderr } = kyoyaku('parse', file)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const unbuilt = spawnSync(process.execPath, [join(root, 'packages/cli/bin/kyoyaku.js'), 'parse', file], {
    encoding: 'utf8',
  })
  expect(stdout).toBe(unbuilt.stdout)
})

it('parses with the code that it kept as without, and leaves what is no text to its modules', () => {
  const file = fixture('agreement/standard/input.txt')
  expect(kyoyaku('parse', file).stdout).toBe(kyoyaku('parse', file).stdout)
  const { status, stderr } = kyoyaku('parse', folder)
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/^kyoyaku: /u) })
})

it('compares, and reads a folder in processes of their own', () => {
  const pair = ['old.txt', 'new.txt'].map((name) => fixture(`revision/vision/${name}`))
  expect(kyoyaku('diff', ...pair, '-f', 'html').status).toBe(1)
  const batch = kyoyaku('batch', fixture('agreement/standard/input.txt'), '-o', join(folder, 'out'))
  expect({ status: batch.status, stderr: batch.status === 0 ? '' : batch.stderr }).toEqual({ status: 0, stderr: '' })
})

it('has types that a strict program is checked against', () => {
  writeFileSync(
    join(folder, 'program.mts'),
    `import { parse, readText, type Agreement } from '@kyoyaku/core'
import { compare } from '@kyoyaku/diff'
const result = await parse(await readText(new Uint8Array(), 'a.txt'))
const titles: string[] = result.documents.filter((d): d is Agreement => d.type === 'agreement').map((d) => d.title)
console.log(titles, compare)
`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'program.mts'], { cwd: folder, encoding: 'utf8' })
  expect(stdout).toBe('')
})
