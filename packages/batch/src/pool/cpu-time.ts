import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** Clock ticks a second in /proc, the same on every Linux. */
const ticks = 100

/** The numbers of a line of /proc. The second field is a name that may hold anything but ends with the last bracket. */
const fieldsOf = (stat: string): number[] =>
  stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)

/** User and system time of a process, and then those of the programs that it ran and that have ended. */
const ownTimes = [11, 12] as const
const childTimes = [13, 14] as const

const secondsOf = (stat: string, places: readonly number[]): number => {
  const fields = fieldsOf(stat)
  return places.reduce((sum, place) => sum + (fields[place] ?? 0), 0) / ticks
}

/** Seconds of CPU that a process and its programs have used; undefined where the system does not tell. */
export async function cpuSecondsOf(pid: number): Promise<number | undefined> {
  try {
    return secondsOf(await readFile(`/proc/${pid}/stat`, 'utf8'), [...ownTimes, ...childTimes])
  } catch {
    return undefined
  }
}

/** Seconds of CPU that this process and its programs have used; without the programs where the system does not tell. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1e6
  try {
    return own + secondsOf(readFileSync('/proc/self/stat', 'utf8'), childTimes)
  } catch {
    return own
  }
}
