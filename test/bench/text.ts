import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseLawtext } from 'lawtext/dist/src/parser/lawtext.js'
import { parse, readText } from '../../packages/core/src/index.ts'
import { median, type Row, thousands } from './measure.ts'
import { statuteOf } from './statute.ts'

const runs = 9
/** Texts that take seconds are measured well by fewer. */
const longText = 300_000
const longRuns = 3
/** Until both parsers are compiled; what a first parse costs shows in the start-up rows. */
const warmUps = 20

async function parseText(text: string): Promise<void> {
  await parse(await readText(new TextEncoder().encode(text), 'bench'))
}

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

/** Reading text; the texts (.txt, in Lawtext's form) of a folder are compared on as well. */
export async function benchText(folder: string | undefined): Promise<Row[]> {
  const texts: [string, string][] = [['generated statute', statuteOf(30_000)]]
  for (const name of folder === undefined ? [] : readdirSync(folder).filter((n) => n.endsWith('.txt')))
    texts.push([name, readFileSync(join(folder ?? '', name), 'utf8')])
  const rows: Row[] = []
  for (const [name, text] of texts) rows.push(await againstLawtext(name, text))
  rows.push(...(await timePerCharacter([10_000, 100_000, 1_000_000, 10_000_000].map((bytes) => bytes / 3))))
  return [...rows, ...(await equalCharacters())]
}
