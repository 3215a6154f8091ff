import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lackLine } from './engine.ts'

test('an engine that is asked for by name and not installed ends the reading of a scan, and only that', () => {
  const fixtures = join(import.meta.dirname, '../../../fixtures')
  const command = join(import.meta.dirname, '../bin/kyoyaku.js')
  const text = join(fixtures, 'agreement/address-before-symbol/input.txt')
  const scan = join(fixtures, 'scan/grid/input.jpeg')
  const { status, stderr } = spawnSync(process.execPath, [command, 'check', scan, text, '--engine', 'tesseract'], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '' },
  })
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([
    `kyoyaku: ${scan}: tesseract with a Japanese model is not installed; apt-get install tesseract-ocr tesseract-ocr-script-jpan, or leave out --engine`,
    expect.stringMatching(/^1 documents: 0 errors/u),
  ])
})

test('what a machine lacks is one line that says what it means', () => {
  expect(lackLine('second-reader', 'en')).toBe(
    `kyoyaku: the model that checks numbers does not run here (${process.platform} ${process.arch}): numbers are read once, and fewer wrong amounts are noticed`,
  )
  expect(lackLine('script-model', 'ja')).toContain('tesseract-ocr-script-jpan')
})
