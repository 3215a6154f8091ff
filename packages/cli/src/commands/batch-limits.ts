import { availableParallelism, totalmem } from 'node:os'
import type { CommandLine } from '../command-line.ts'

const megabyte = 2 ** 20

/** The longest documents with text in them take a minute or two, and so does the worst page of a scan; ten are something that never ends. */
const usualSeconds = 600
/** Far above the largest documents, and what common machines have for each of their CPUs. */
const usualMemory = 2048
/** Of a small machine's memory the children get this much together. */
const machineShare = 0.8

export interface Limits {
  jobs: number
  /** Bytes. */
  memory: number
  /** Milliseconds. */
  timeLimit: number
}

/** How much may run at once and how much a document may take, as asked for or as usual. */
export function limitsOf(values: CommandLine['values']): Limits {
  const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs)
  const affordable = Math.floor((totalmem() * machineShare) / jobs / megabyte)
  const memory = values.memory === undefined ? Math.min(usualMemory, affordable) : Number(values.memory)
  return { jobs, memory: Math.ceil(memory * megabyte), timeLimit: Number(values.timeout ?? usualSeconds) * 1000 }
}
