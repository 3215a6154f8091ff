import { appendFileSync, readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { trialFolder } from '../trial/trial-folder.ts'
import { openLineFile, readLines } from './line-file.ts'

const folder = (files: Record<string, string> = {}) => {
  const made = trialFolder(files)
  onTestFinished(made.remove)
  return made
}

test('lines given at once and one after the other are all kept, in order', async () => {
  const { at } = folder()
  const file = await openLineFile(at('a'), async () => () => {})
  await Promise.all(['1\n', '2\n', '3\n'].map((line) => file.append(line)))
  await file.append('4\n')
  await file.close()
  expect(readFileSync(at('a'), 'utf8')).toBe('1\n2\n3\n4\n')
})

test('a line that was half written is cut off, and the next stands on its own', async () => {
  const { at } = folder({ a: 'whole\nhal' })
  const seen: string[] = []
  const file = await openLineFile(at('a'), async () => (line) => seen.push(line.toString()))
  await file.append('next\n')
  await file.close()
  expect({ seen, text: readFileSync(at('a'), 'utf8') }).toEqual({ seen: ['whole'], text: 'whole\nnext\n' })
})

test('lines longer than what is read at a time come whole', async () => {
  const long = '字'.repeat(1_500_000)
  const { at } = folder({ a: `x\n${long}\n` })
  appendFileSync(at('a'), 'torn')
  const lines: string[] = []
  for await (const { line } of readLines(at('a'))) lines.push(line.toString())
  expect(lines.map((line) => line.length)).toEqual([1, 1_500_000])
})

test('a file that is not there has no lines', async () => {
  for await (const line of readLines('/nowhere/at/all')) expect.unreachable(String(line))
})
