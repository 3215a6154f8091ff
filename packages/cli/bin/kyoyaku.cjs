#!/usr/bin/env node
'use strict'
// The installed command. One file of plain text is read by one script, whose compiled code is kept once it has run: the
// cache of Node holds modules as they were loaded, before any of their functions is compiled. All else is modules.
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

async function main(args) {
  const filename = join(__dirname, 'quick.cjs')
  if (args[0] !== 'parse') return import('./kyoyaku.js')
  const place = placeOf(filename)
  const { kinds, cachedData } = place === undefined ? { kinds: [] } : readKept(place)
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
  const quick = {}
  script.runInThisContext()(quick, require, (name) => import(name))
  const done = await quick.runQuickly(args)
  if (done === undefined) return import('./kyoyaku.js')
  const known = script.cachedDataRejected ? [] : kinds
  if (place !== undefined && done.kinds.some((kind) => !known.includes(kind)))
    keep(place, [...new Set([...known, ...done.kinds])], script.createCachedData())
  // Nothing is left to wait for but what the collector of garbage has begun.
  if (done.silent) process.exit(done.status)
  process.exitCode = done.status
}

main(process.argv.slice(2))
