import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseLawtext } from 'lawtext/dist/src/parser/lawtext.js'
import { parse, readText } from '../../packages/core/src/index.ts'
import { statuteOf } from './statute.ts'

const runs = 9
/** Texts that take seconds are measured well by fewer. */
const longText = 300_000
const longRuns = 3
/** Until both parsers are compiled; what a first parse costs shows in the start-up rows. */
const warmUps = 20
const startUps = 15

interface Row {
  what: string
  measured: string
  ratio: string
  wanted: string
}

/** The middle of several runs, in milliseconds. */
async function median(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[times >> 1] ?? Number.NaN
}

async function parseText(text: string): Promise<void> {
  await parse(await readText(new TextEncoder().encode(text), 'bench'))
}

const thousands = (n: number): string => Math.round(n).toLocaleString('en')

async function againstLawtext(name: string, text: string): Promise<Row> {
  for (let i = 0; i < warmUps; i++) {
    await parseText(text)
    parseLawtext(text)
  }
  const ours = await median(runs, () => parseText(text))
  const theirs = await median(runs, () => parseLawtext(text))
  return {
    what: `${name}, ${thousands(text.length)} characters: characters a second, Lawtext 0.1.52 beside it`,
    measured: `${thousands((text.length / ours) * 1000)} / ${thousands((text.length / theirs) * 1000)}`,
    ratio: (theirs / ours).toFixed(1),
    wanted: '≥ 10',
  }
}

async function timePerCharacter(sizes: readonly number[]): Promise<Row[]> {
  let floor: number | undefined
  const rows: Row[] = []
  for (const size of sizes) {
    const text = statuteOf(size)
    const nanoseconds =
      ((await median(text.length < longText ? runs : longRuns, () => parseText(text))) / text.length) * 1e6
    floor ??= nanoseconds
    rows.push({
      what: `${thousands(text.length)} characters: nanoseconds a character, to those of the smallest`,
      measured: thousands(nanoseconds),
      ratio: (nanoseconds / floor).toFixed(2),
      wanted: 'flat',
    })
  }
  return rows
}

async function equalCharacters(): Promise<Row[]> {
  const short = 20_000
  const rows: Row[] = []
  for (const character of ['1', '第', '（', '○', ' ', '\t', '|']) {
    const line = (n: number): string => `第１条　${character.repeat(n)}\n`
    const small = await median(longRuns, () => parseText(line(short)))
    const large = await median(longRuns, () => parseText(line(short * 10)))
    rows.push({
      what: `200,000 times ${JSON.stringify(character)}: milliseconds, to those of a tenth`,
      measured: large.toFixed(0),
      ratio: (large / small).toFixed(1),
      wanted: 'about 10',
    })
  }
  return rows
}

async function startUp(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'statute.txt')
  writeFileSync(file, statuteOf(7000))
  const command = (...args: string[]): Promise<number> =>
    median(startUps, () => spawnSync(process.execPath, args, { stdio: 'ignore' }))
  const entries = [
    ['kyoyaku', 'packages/cli/bin/kyoyaku.js'],
    ['the same through main.ts', 'packages/cli/src/main.ts'],
  ] as const
  const rows: Row[] = []
  for (const [name, entry] of entries) {
    await command(entry, 'parse', file)
    const whole = await command(entry, 'parse', file)
    const nothing = await command('-e', '0')
    rows.push({
      what: `${name} parse on 20 kB, whole process: milliseconds, node -e 0 beside it`,
      measured: `${whole.toFixed(0)} / ${nothing.toFixed(0)}`,
      ratio: (whole / nothing).toFixed(1),
      wanted: '< 5',
    })
  }
  rmSync(folder, { recursive: true })
  return rows
}

/** `pnpm bench [DIR]`: DIR holds law texts (.txt, in Lawtext's form) to compare on as well. */
async function main(folder: string | undefined): Promise<void> {
  const texts: [string, string][] = [['generated statute', statuteOf(30_000)]]
  for (const name of folder === undefined ? [] : readdirSync(folder).filter((n) => n.endsWith('.txt')))
    texts.push([name, readFileSync(join(folder ?? '', name), 'utf8')])
  const rows: Row[] = []
  for (const [name, text] of texts) rows.push(await againstLawtext(name, text))
  rows.push(...(await timePerCharacter([10_000, 100_000, 1_000_000, 10_000_000].map((bytes) => bytes / 3))))
  rows.push(...(await equalCharacters()), ...(await startUp()))
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])))
}

await main(process.argv[2])
