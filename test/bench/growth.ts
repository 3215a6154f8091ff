import { parse, readText } from '../../packages/core/src/index.ts'
import { lines, moreHeads } from '../long-texts.ts'
import { cpuOf, type Row } from './measure.ts'

/** Characters of the shorter text; the longer one has eight times as many. */
const short = 8000
const times = 8
/** A process that did not read such lines before has to compile for them: below this, in milliseconds, nothing is said. */
const floor = 400
/** Rows of the report: those that grow most. */
const shown = 12

async function parsing(text: string): Promise<number> {
  const source = await readText(new TextEncoder().encode(text), 'bench')
  return cpuOf(() => parse(source))
}

/** Which lines, again and again behind which beginning of a document, take more time than they grow; `head` asks for one beginning. */
export async function benchGrowth(head: string | undefined): Promise<Row[]> {
  const found: { what: string; small: number; large: number }[] = []
  for (const [name, start] of Object.entries(moreHeads)) {
    if (head !== undefined && head !== name) continue
    for (const line of lines) {
      const of = (n: number): string => start + line.repeat(n / line.length)
      const small = await parsing(of(short))
      const large = await parsing(of(short * times))
      if (large > floor) found.push({ what: `${name} with ${JSON.stringify(line)}`, small, large })
    }
  }
  return found
    .sort((a, b) => b.large / b.small - a.large / a.small)
    .slice(0, shown)
    .map(({ what, small, large }) => ({
      what: `${what}, ${short * times} characters: milliseconds of CPU, to those of an eighth`,
      measured: large.toFixed(0),
      ratio: (large / small).toFixed(1),
      wanted: 'about 8',
    }))
}
