import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Plugin, type RolldownBuild, rolldown } from 'rolldown'

/** What of a package's manifest the build reads. */
interface Manifest {
  name: string
  private?: boolean
  exports?: Record<string, string>
  bin?: Record<string, string>
  publishConfig?: unknown
}

/** A package that is published. */
export interface Released {
  folder: string
  name: string
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The packages that are published, all at once: the others are private. */
export function released(root: string): Released[] {
  return readdirSync(join(root, 'packages')).flatMap((owner) => {
    const folder = join(root, 'packages', owner)
    const manifest = manifestOf(folder)
    return manifest.private ? [] : [{ folder, name: manifest.name }]
  })
}

/** Modules that a package offers, by the name of the file that they become; two offered under one name would be lost. */
function entriesOf(folder: string): Record<string, string> {
  const { exports = {}, bin = {} } = manifestOf(folder)
  const entries: Record<string, string> = {}
  for (const [path, module] of [...Object.entries(exports), ...Object.entries(bin)]) {
    if (!/\.[jt]s$/u.test(module)) continue
    entries[path === '.' ? 'index' : basename(path)] = join(folder, module)
  }
  return entries
}

const startedByPath = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/gu

/** Modules that run in processes and threads of their own are found by their file's name: they stay files, and are .js now. */
const startedModules: Plugin = {
  name: 'started-modules',
  transform(code, id) {
    if (!startedByPath.test(code)) return null
    return code.replace(startedByPath, (_, name: string) => {
      this.emitFile({ type: 'chunk', id: resolve(dirname(id), `${name}.ts`), fileName: `${name}.js` })
      return `new URL('./${name}.js', import.meta.url)`
    })
  },
}

/** Few files instead of a hundred, each needed for one thing: reading a module costs more than most of them do. */
async function buildModules(folder: string, target: string): Promise<void> {
  const bundle = await rolldown({
    input: entriesOf(folder),
    platform: 'node',
    // A package's own modules; libraries and the other packages are installed beside it.
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    plugins: [startedModules],
    logLevel: 'silent',
  })
  await bundle.write({ dir: target, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' })
  await bundle.close()
}

/** What plain text never needs: the other packages stay outside, and so does the dictionary. */
const apart = /^@kyoyaku\/(?:batch|diff|pdf|report|scan|core\/kuromoji)$/u

/** How names are read, in half-width kana: nobody asks, and they are half of the table of municipalities. */
const readings = /,"[ｦ-ﾟ]*"/gu

/** Tables as texts that are parsed: as literals of a script they take several times as long to read. */
const parsedTables: Plugin = {
  name: 'parsed-tables',
  load(id) {
    if (!id.endsWith('.json')) return null
    return {
      code: `export default JSON.parse(${JSON.stringify(readFileSync(id, 'utf8').replaceAll(readings, ''))})`,
      moduleType: 'js',
    }
  },
}

/** A script that says the same in ASCII: bytes that need no decoding, and half the memory. */
const asciiOf = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What reads one file of plain text. No module of it does anything but say what it holds. */
const quickModules = (folder: string): Promise<RolldownBuild> =>
  rolldown({
    input: join(folder, 'src/quick.ts'),
    platform: 'node',
    external: (id) => id.startsWith('node:') || apart.test(id),
    plugins: [parsedTables],
    treeshake: { moduleSideEffects: false },
    logLevel: 'silent',
  })

/** Chunks that agreements and regulations need: the entry, theirs, and what those import. */
const mostRead = ['quick', 'agreement', 'regulation']

/** The modules of those chunks: whatever is left is for documents of other kinds. */
async function mostReadModules(folder: string): Promise<Set<string>> {
  const bundle = await quickModules(folder)
  const { output } = await bundle.generate({ format: 'cjs', entryFileNames: '[name]', chunkFileNames: '[name]' })
  await bundle.close()
  const chunks = new Map(output.flatMap((o) => (o.type === 'chunk' ? [[o.fileName, o] as const] : [])))
  const wanted = new Set(mostRead)
  for (const name of wanted) for (const other of chunks.get(name)?.imports ?? []) wanted.add(other)
  return new Set([...wanted].flatMap((name) => Object.keys(chunks.get(name)?.modules ?? {})))
}

/**
 * The installed command and, beside it, all that it takes to read plain text as two scripts, whose values are functions: what is
 * read most, and the rest. A script imports nothing by itself without warnings of Node: it is given what does.
 */
async function buildCommand(folder: string, target: string): Promise<void> {
  const most = await mostReadModules(folder)
  const bundle = await quickModules(folder)
  const { output } = await bundle.generate({
    format: 'cjs',
    entryFileNames: 'entry.cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: {
      groups: [
        { name: 'quick', test: (id) => most.has(id) },
        { name: 'quick-rest', test: () => true },
      ],
    },
    // Without comments and long names it is read faster; names of functions stay, for what is reported of a fault.
    minify: { compress: false, mangle: { keepNames: true }, codegen: true },
  })
  await bundle.close()
  const codes = new Map(output.flatMap((o) => (o.type === 'chunk' ? [[o.fileName, o.code] as const] : [])))
  // The entry only passes on what a chunk has, and a few lines serve all chunks: neither is worth a script of its own.
  const [, name] = /exports\.runQuickly=\w+\.(\w+)/u.exec(codes.get('entry.cjs') ?? '') ?? []
  const shared = `((exports)=>{${codes.get('rolldown-runtime.cjs')}return exports})({})`
  for (const [file, code] of codes) {
    if (file === 'entry.cjs' || file === 'rolldown-runtime.cjs') continue
    const passed = file === 'quick.cjs' ? `exports.runQuickly=exports.${name};` : ''
    const whole = code
      .replace('require("./rolldown-runtime.cjs")', () => shared)
      .replaceAll(/(?<![.\w$])import\(/gu, 'load(')
    writeFileSync(join(target, file), asciiOf(`(function (exports, require, load) {${whole}${passed}})`))
  }
  cpSync(join(folder, 'bin/kyoyaku.cjs'), join(target, 'kyoyaku.cjs'))
}

/** Declarations of all packages: they are written by the checker of types, which reads all of them at once. */
function buildDeclarations(root: string, packages: readonly Released[]): void {
  const folder = mkdtempSync(join(root, 'node_modules', '.declarations-'))
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', root, '--outDir', folder]
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'test/tsconfig.json'), ...options],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`types are wrong:\n${stdout}`)
  const wanted = (path: string): boolean => !/\.test\.d\.ts$/u.test(path)
  for (const { folder: target } of packages) {
    const built = join(folder, 'packages', basename(target), 'src')
    cpSync(built, join(target, 'dist', 'types'), { recursive: true, filter: wanted })
  }
  rmSync(folder, { recursive: true })
}

/** Builds every package that is published into its `dist`: modules that run without a build, and their declarations. */
export async function build(root: string): Promise<void> {
  const packages = released(root)
  for (const { folder } of packages) {
    const target = join(folder, 'dist')
    if (existsSync(target)) rmSync(target, { recursive: true })
    await buildModules(folder, target)
    if (manifestOf(folder).bin) await buildCommand(folder, target)
  }
  buildDeclarations(root, packages)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build(resolve(import.meta.dirname, '../..'))
