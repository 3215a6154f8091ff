import { spawnSync } from 'node:child_process'
import { compare } from '../../packages/diff/src/index.ts'
import { agreement, numbered, resultOf, script } from '../../packages/diff/src/testing/articles.ts'
import { medianCpu, type Row, thousands } from './measure.ts'

/** Seconds of CPU after which a comparison of words is given up. */
const patience = 60
const words = 100_000
const child = new URL('./revision-words.ts', import.meta.url).pathname

/** Milliseconds of CPU; nothing where it did not come to an end. */
function cpuOfWords(way: string): number | undefined {
  const command = `ulimit -t ${patience}; exec "$0" "$1" "$2" ${words}`
  const { status, signal, stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, child, way], {
    encoding: 'utf8',
  })
  if (status !== 0 && signal === null) throw new Error(stderr)
  return status === 0 ? Number(stdout) : undefined
}

const said = (cpu: number | undefined): string =>
  cpu === undefined ? `> ${thousands(patience * 1000)}` : thousands(cpu)

function benchWords(): Row[] {
  const theirs = ['diffWordsWithSpace', 'diffWords, Intl.Segmenter'].map((way) => [way, cpuOfWords(way)] as const)
  return ['one text', 'articles'].flatMap((how) => {
    const ours = cpuOfWords(how) ?? Number.NaN
    return theirs.map(([way, cpu]) => ({
      what: `${thousands(words)} words, a fifth changed, compared as ${how}: milliseconds of CPU, diff 9's ${way} beside it`,
      measured: `${said(ours)} / ${said(cpu)}`,
      ratio: `${cpu === undefined ? '> ' : ''}${((cpu ?? patience * 1000) / ours).toFixed(0)}`,
      wanted: '≥ 10',
    }))
  })
}

async function benchArticles(): Promise<Row[]> {
  const sizes = [1000, 10_000]
  const taken: number[] = []
  for (const size of sizes) {
    const { old, new: revised } = script(1, size)
    const [a, b] = [old, revised].map((drafts) => resultOf([agreement(numbered(drafts))])) as [
      ReturnType<typeof resultOf>,
      ReturnType<typeof resultOf>,
    ]
    taken.push(await medianCpu(3, () => compare(a, b)))
  }
  const [thousand = Number.NaN, more = Number.NaN] = taken
  return [
    {
      what: '1,000 articles, a quarter changed: milliseconds of CPU',
      measured: thousands(thousand),
      ratio: '',
      wanted: '< 1,000',
    },
    {
      what: '10,000 articles: milliseconds of CPU, to those of a tenth',
      measured: thousands(more),
      ratio: (more / thousand).toFixed(1),
      wanted: 'about 10',
    },
  ]
}

/** Comparing two versions. */
export const benchRevision = async (): Promise<Row[]> => [...(await benchArticles()), ...benchWords()]
