#!/usr/bin/env node
'use strict'
// The installed command. One file of plain text is read by one script, whose compiled code is kept once it has run: the
// cache of Node holds modules as they were loaded, before any of their functions is compiled. All else is modules.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `Node 22.13 以上が必要です（今は ${process.version}）/ Node 22.13 or later is needed, this is ${process.version}`,
  )
  process.exit(2)
}
const { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const { directory } = enableCompileCache()

/** Where the compiled code of a file is kept: a file of another time or place is another one, whatever its name. */
function placeOf(file) {
  if (directory === undefined) return undefined
  const { ctimeMs, ino, size } = statSync(file)
  return join(directory, `kyoyaku-${process.version}-${ino.toString(36)}-${ctimeMs.toString(36)}-${size.toString(36)}`)
}

/** The kinds of documents that were read when code was kept, in one line, and the code after it: nobody else's code. */
function readKept(file) {
  let open
  try {
    open = openSync(file)
    if (fstatSync(open).uid !== process.getuid?.() && process.platform !== 'win32') return { kinds: [] }
    const bytes = readFileSync(open)
    const end = bytes.indexOf('\n')
    return { kinds: bytes.toString('latin1', 0, end).split(' '), cachedData: bytes.subarray(end + 1) }
  } catch {
    return { kinds: [] }
  } finally {
    if (open !== undefined) closeSync(open)
  }
}

/** Writes a new file beside and renames it, so that no process reads half of one and no link is followed; where nothing can be written nothing is kept. */
function keep(file, kinds, code) {
  try {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, Buffer.concat([Buffer.from(`${kinds.join(' ')}\n`), code]), { flag: 'wx', mode: 0o600 })
    renameSync(draft, file)
  } catch {}
}

let optimizing = true

/** How often a function has run before the quick compiler takes it up: usually, and where few functions run often enough to make up for that. */
const usualRuns = 400
const manyRuns = 2000

/**
 * Whether code that runs often is optimised as far as can be, by threads that a process waits for when it ends. Where it is
 * not, only what runs most is compiled at all: for the rest that takes longer than it saves.
 */
function optimize(wanted) {
  optimizing = wanted
  const { setFlagsFromString } = require('node:v8')
  setFlagsFromString(wanted ? '--turbofan' : '--no-turbofan')
  // Of flags that a version does not know V8 complains: this one is older than Node 24, but by how much is not known.
  if (major >= 24) setFlagsFromString(`--invocation-count-for-maglev=${wanted ? usualRuns : manyRuns}`)
}

/** The scripts that ran, by name: what they give, and where and for what kinds of documents their code is kept. */
const scripts = new Map()

/** What a script gives to others. */
function run(name) {
  const before = scripts.get(name)
  if (before !== undefined) return before.exports
  const filename = join(__dirname, name)
  const place = placeOf(filename)
  const { kinds, cachedData } = place === undefined ? { kinds: [] } : readKept(place)
  // Code is kept as it is made where all of it is optimised, and taken as such alone.
  const wasOptimizing = optimizing
  if (!wasOptimizing) optimize(true)
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
  if (!wasOptimizing) optimize(false)
  const exports = {}
  scripts.set(name, { script, exports, place, kinds: script.cachedDataRejected ? [] : kinds })
  const requireOne = (id) => (id.startsWith('./') ? run(id.slice(2)) : require(id))
  script.runInThisContext()(exports, requireOne, (id) => import(id))
  return exports
}

async function main(args) {
  if (args[0] !== 'parse') return import('./kyoyaku.js')
  const done = await run('quick.cjs').runQuickly(args, optimize)
  if (done === undefined) return import('./kyoyaku.js')
  for (const { script, place, kinds } of scripts.values())
    if (place !== undefined && done.kinds.some((kind) => !kinds.includes(kind)))
      keep(place, [...new Set([...kinds, ...done.kinds])], script.createCachedData())
  // Nothing is left to wait for but what the collector of garbage has begun.
  if (done.silent) process.exit(done.status)
  process.exitCode = done.status
}

main(process.argv.slice(2))
