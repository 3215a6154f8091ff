import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const module = resolve(import.meta.dirname, 'quick-terminal.ts')
/** More than a pipe holds. */
const length = 300_000

/** Runs a line of shell in which $WRITE writes a long line of results and then says something else. */
const shell = (line: string): { status: number | null; stdout: string; stderr: string } => {
  const program = `import { quickTerminal } from '${module}'; const t = quickTerminal('ja'); await t.write('あ'.repeat(${length}) + '\\n'); t.progress(''); t.tell('済み')`
  const env = { ...process.env, WRITE: program, NODE: process.execPath }
  return spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', line.replace('$WRITE', '"$NODE" --input-type=module -e "$WRITE"')],
    {
      env,
      encoding: 'utf8',
    },
  )
}

it.each([
  ['a pipe', '$WRITE | cat'],
  ['a pipe whose reader is slow', '$WRITE | (sleep .3; cat)'],
  ['a file', 'F=$(mktemp); $WRITE > "$F"; cat "$F"; rm "$F"'],
])('hands all results to %s, and says the rest on standard error', (_, line) => {
  expect(shell(line)).toMatchObject({ status: 0, stdout: `${'あ'.repeat(length)}\n`, stderr: '済み\n' })
})

it('ends quietly when its reader has seen enough', () => {
  expect(shell('$WRITE | head -c 3')).toMatchObject({ status: 0, stdout: 'あ', stderr: '' })
})
