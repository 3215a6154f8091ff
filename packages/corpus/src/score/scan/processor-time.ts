import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second, as Linux gives them to programs. */
const ticks = 100
/** Places of the times of a program among the fields after its name: its own, user and system, then those of its ended children. */
const firstTime = 11
const lastTime = 14
const firstOfChildren = 13

/** Seconds of a program, from one field to the last. */
function secondsOf(pid: number | 'self', from: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(from, lastTime + 1).reduce((sum, n) => sum + Number(n), 0) / ticks
}

/** Programs that this one started and that are still running, of all its threads. */
const runningChildren = (): number[] =>
  readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )

/** What a program took that may have ended meanwhile: it counts among the ended ones then. */
function secondsOfRunning(pid: number): number {
  try {
    return secondsOf(pid, firstTime)
  } catch {
    return 0
  }
}

/** Seconds that programs started by this one took; 0 where the system does not tell. */
function childSeconds(): number {
  try {
    const running = runningChildren().reduce((sum, pid) => sum + secondsOfRunning(pid), 0)
    return running + secondsOf('self', firstOfChildren)
  } catch {
    return 0
  }
}

/** Processor seconds of this process, all its threads and the programs that it started. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childSeconds()
}
