/** A line of the report: what was measured, beside what, and what was wanted of it. */
export interface Row {
  what: string
  measured: string
  ratio: string
  wanted: string
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of CPU that something takes, all threads of the process together. */
export async function cpuOf(run: () => unknown): Promise<number> {
  const start = cpuNow()
  await run()
  return cpuNow() - start
}

/** The middle of some numbers; of an even number of them, between the two in the middle. */
export function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low = Number.NaN, high = low] = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return (low + high) / 2
}

/** The middle of several runs, in milliseconds of CPU. */
export async function medianCpu(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await cpuOf(run))
  return middle(taken)
}

/** The middle of several runs, in milliseconds of the clock. */
export async function median(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return middle(taken)
}

export const thousands = (n: number): string => Math.round(n).toLocaleString('en')
