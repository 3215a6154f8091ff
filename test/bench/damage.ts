import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf, casesOf, createRandom, type Random } from '../../packages/corpus/src/index.ts'
import { middle, type Row, thousands } from './measure.ts'

const files = 2000
/** A file that takes longer hangs. */
const limit = 10_000
const worker = join(import.meta.dirname, 'damage-work.ts')

/** Where objects of a file begin, and where they end. */
function objectsIn(bytes: Buffer): [start: number, end: number][] {
  const found: [number, number][] = []
  for (let at = bytes.indexOf(' 0 obj'); at >= 0; at = bytes.indexOf(' 0 obj', at + 1)) {
    const end = bytes.indexOf('endobj', at)
    if (end > 0) found.push([at + ' 0 obj'.length, end])
  }
  return found
}

const damages: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  // Cut: the end is missing, or a piece inside.
  (bytes, random) => bytes.subarray(0, random.int(1, bytes.length)),
  (bytes, random) => {
    const from = random.int(0, bytes.length - 1)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.int(1, 4000))])
  },
  // Bits turned over.
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let i = random.int(1, 200); i > 0; i--) {
      const at = random.int(0, copy.length - 1)
      copy[at] = (copy[at] as number) ^ (1 << random.int(0, 7))
    }
    return copy
  },
  // The contents of two objects in each other's place.
  (bytes, random) => {
    const [a, b] = random.sample(objectsIn(bytes), 2).sort((x, y) => x[0] - y[0])
    if (!a || !b) return bytes
    const part = (from: number, to: number): Buffer => bytes.subarray(from, to)
    return Buffer.concat([part(0, a[0]), part(...b), part(a[1], b[0]), part(...a), part(b[1], bytes.length)])
  },
  // Numbers that stand for others: lengths, references, widths.
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    const digits = [...copy.keys()].filter((i) => (copy[i] as number) >= 48 && (copy[i] as number) <= 57)
    for (const at of random.sample(digits, random.int(1, 60))) copy[at] = 48 + random.int(0, 9)
    return copy
  },
]

type Outcome = 'read' | 'refused' | 'threw' | 'hung' | 'died'

interface Reader {
  read(file: string): Promise<{ outcome: Outcome; milliseconds: number; message?: string }>
  stop(): void
}

/** A process that reads one file after the other, and is replaced where one takes it along. */
function startReader(): Reader {
  const start = () =>
    fork(worker, [], { execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  let child = start()
  return {
    read: (file) =>
      new Promise((resolve) => {
        const began = performance.now()
        const end = (outcome: Outcome, message?: string): void => {
          clearTimeout(timer)
          child.removeAllListeners()
          resolve({ outcome, milliseconds: performance.now() - began, ...(message ? { message } : {}) })
        }
        const timer = setTimeout(() => {
          child.kill('SIGKILL')
          end('hung')
          child = start()
        }, limit)
        child.once('message', ({ outcome, message }: { outcome: Outcome; message?: string }) => end(outcome, message))
        child.once('exit', () => {
          end('died')
          child = start()
        })
        child.send(file)
      }),
    stop: () => child.kill(),
  }
}

/** Reading PDFs that were cut, had bits turned over or objects swapped: none may take its process along. */
export async function benchDamage(given: string | undefined): Promise<Row[]> {
  const wanted = given === undefined ? files : Number(given)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const originals: Buffer[] = []
  for (const one of casesOf(99, 12, 'pdf')) originals.push(Buffer.from(await bytesOf(one)))
  const small = originals.toSorted((a, b) => a.length - b.length).slice(0, 6)
  const reader = startReader()
  const counts = new Map<Outcome, number>()
  const times: number[] = []
  for (let i = 0; i < wanted; i++) {
    const random = createRandom(`damage ${i}`)
    let bytes = random.pick(small)
    for (let n = random.int(1, 3); n > 0 && bytes.length > 10; n--) bytes = random.pick(damages)(bytes, random)
    const file = join(folder, `${i}.pdf`)
    writeFileSync(file, bytes)
    const { outcome, milliseconds, message } = await reader.read(file)
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    times.push(milliseconds)
    if (outcome !== 'read' && outcome !== 'refused') console.error(`damaged file ${i}: ${outcome} ${message ?? ''}`)
    else rmSync(file)
  }
  reader.stop()
  const bad = wanted - (counts.get('read') ?? 0) - (counts.get('refused') ?? 0)
  if (bad === 0) rmSync(folder, { recursive: true })
  else console.error(`kept in ${folder}`)
  return [
    {
      what: `${thousands(wanted)} damaged PDFs: ${[...counts].map(([outcome, n]) => `${outcome} ${n}`).join(', ')}; milliseconds of the middle one and the slowest`,
      measured: `${thousands(middle(times))} / ${thousands(Math.max(...times))}`,
      ratio: String(bad),
      wanted: '0, < 10,000',
    },
  ]
}
