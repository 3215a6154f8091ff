import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'

export const command = join(import.meta.dirname, '../../packages/cli/bin/kyoyaku.js')

// What is run finds the cache on, as the command has it, so that no side compiles what the other finds compiled.
enableCompileCache()
const env = { ...process.env, NODE_COMPILE_CACHE: dirname(getCompileCacheDir() ?? '') }

/** Clock ticks a second in /proc, the same on every Linux. */
const ticks = 100

/** Seconds of CPU of all processes that this one started and that have ended, with theirs. */
function ofChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticks
}

export interface TreeRun {
  status: number | null
  /** Of the process and all that it started, in seconds. */
  cpu: number
  seconds: number
  /** Lines of its standard output, with the seconds after its start. */
  lines: { at: number; text: string }[]
}

interface TreeOptions {
  started?: (pid: number) => void
  /** Keeps all of it to the first CPU. */
  oneCpu?: boolean
}

/** Runs Node to its end. The CPU is right where nothing else that this process started ends meanwhile. Linux only. */
export async function runTree(
  args: readonly string[],
  { started, oneCpu = false }: TreeOptions = {},
): Promise<TreeRun> {
  const before = ofChildren()
  const start = performance.now()
  const since = (): number => (performance.now() - start) / 1000
  const [program = '', ...flags] = [...(oneCpu ? ['taskset', '-c', '0'] : []), process.execPath]
  const child = spawn(program, [...flags, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  if (child.pid !== undefined) started?.(child.pid)
  const lines: TreeRun['lines'] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const [last = '', ...whole] = (rest + chunk).split('\n').reverse()
    rest = last
    for (const text of whole.reverse()) lines.push({ at: since(), text })
  })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, cpu: ofChildren() - before, seconds: since(), lines }
}
