import { readFileSync } from 'node:fs'

/** Clock ticks a second, as Linux gives them to programs. */
const ticks = 100
/** Places of the times of ended children among the fields after the program's name. */
const childUser = 13
const childSystem = 14

/** Seconds that programs started by this one took, those that have ended; 0 where the system does not tell. */
function childSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[childUser]) + Number(fields[childSystem])) / ticks
  } catch {
    return 0
  }
}

/** Processor seconds of this process, all its threads and the programs that it started. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childSeconds()
}
