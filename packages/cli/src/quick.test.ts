import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runQuickly } from './quick.ts'

const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-quick-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, contents: string): string => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
const text = fileOf('text.txt', '連携協約\n\n（目的）\n第１条　この協約は、水を守ることを目的とする。\n')

describe('runQuickly', () => {
  it('parses one file of plain text, and tells what ran', async () => {
    expect(await runQuickly(['parse', text, '-o', folder])).toMatchObject({
      status: 0,
      silent: true,
      kinds: ['json', expect.any(String)],
    })
  })

  it.each([
    ['other commands', ['check', text]],
    ['several files', ['parse', text, text]],
    ['standard input', ['parse', '-']],
    ['files that are not there', ['parse', join(folder, 'none.txt')]],
    ['folders', ['parse', folder]],
    ['help', ['parse', text, '--help']],
    ['options that there are not', ['parse', text, '--colour']],
    ['PDF', ['parse', fileOf('a.pdf', '%PDF-1.7\n')]],
    ['XML', ['parse', fileOf('a.xml', '<?xml version="1.0"?><alto/>')]],
  ])('leaves %s to the modules of the whole command', async (_, args) => {
    expect(await runQuickly(args)).toBeUndefined()
  })
})
