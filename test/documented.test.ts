import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands, options } from '../packages/cli/src/command-line.ts'
import { severityOf } from '../packages/core/src/check/messages.ts'
import { diagnosticCode } from '../packages/core/src/schema/diagnostic.ts'

const read = (path: string): string => readFileSync(path, 'utf8')

test('the table of diagnostics in the README of core has every code with its severity, and no other', () => {
  const rows = [...read('packages/core/README.md').matchAll(/^\| `([a-z-]+)` \| (\w+) \| .+ \|$/gmu)]
  expect(rows.map(([, code, severity]) => [code, severity])).toEqual(
    diagnosticCode.options.map((code) => [code, severityOf(code)]),
  )
})

test.each(Object.keys(commands))('the README of the command documents %s', (name) =>
  expect(read('packages/cli/README.md')).toContain(`kyoyaku ${name}`),
)

test.each(Object.values(options).flatMap((option) => ('short' in option && 'value' in option ? [option.short] : [])))(
  'the README of the command documents -%s',
  (short) => expect(read('packages/cli/README.md')).toContain(`-${short} `),
)

test('the commands that the README names are scripts of the workspace', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...read('README.md').matchAll(/pnpm@12 (?:--silent )?(\w+)/gu)].map(([, name = '']) => name)
  expect(named).toEqual(expect.arrayContaining(['start', 'test', 'kyoyaku']))
  for (const name of named) expect(scripts).toHaveProperty(name)
})
