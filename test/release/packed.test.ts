import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, released } from './build.ts'

const root = resolve(import.meta.dirname, '../..')
const packages = released(root)
const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-packed-'))
const modules = join(folder, 'node_modules')
const installed = (name: string): string => join(modules, name)

/** pnpm replaces what is said for the workspace alone by what is said for those who install. */
function pack(): void {
  const args = ['-y', 'pnpm@12', '--silent', '-r', ...packages.map(({ name }) => `--filter=${name}`), 'pack']
  execFileSync('npx', [...args, `--pack-destination=${folder}`], { cwd: root, stdio: 'pipe' })
}

/** Libraries come from the workspace, so that nothing is downloaded; what a package does not declare it does not get. */
function install(): void {
  for (const { folder: own, name } of packages) {
    const tarball = readdirSync(folder).find((file) =>
      new RegExp(`^${name.replace(/^@(.*)\//u, '$1-')}-[0-9]`, 'u').test(file),
    )
    mkdirSync(installed(name), { recursive: true })
    execFileSync('tar', ['xzf', join(folder, tarball ?? ''), '-C', installed(name), '--strip-components=1'])
    const { dependencies = {} } = JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8'))
    for (const library of Object.keys(dependencies)) {
      const target = join(modules, library)
      if (packages.some((p) => p.name === library) || existsSync(target)) continue
      mkdirSync(dirname(target), { recursive: true })
      symlinkSync(join(own, 'node_modules', library), target)
    }
  }
}

beforeAll(async () => {
  await build(root)
  pack()
  install()
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kyoyaku = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(installed('kyoyaku'), 'dist/kyoyaku.js'), ...args], {
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
