import type { CommandLine } from '../command-line.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'

const noQueue: Words = {
  ja: 'kyoyaku: --queue postgres://… か環境変数 KYOYAKU_QUEUE でキューを指定してください',
  en: 'kyoyaku: name the queue with --queue postgres://… or in KYOYAKU_QUEUE',
}

const postgres = /^postgres(?:ql)?:\/\//u

/** The queue of the command line or the environment, where passwords are seen by fewer eyes; says so where there is none. */
export function queueUrl(terminal: Terminal, values: CommandLine['values']): string | undefined {
  const url = values.queue ?? process.env.KYOYAKU_QUEUE
  if (url !== undefined && postgres.test(url)) return url
  terminal.tell(say(noQueue, terminal.locale))
  return undefined
}
