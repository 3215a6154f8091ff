import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Comparison } from '@kyoyaku/diff'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPdf } from '../../../pdf/src/draw-pdf.ts'

const command = join(import.meta.dirname, '../../bin/kyoyaku.js')
const fixture = join(import.meta.dirname, '../../../../fixtures/revision/redline/redline.txt')
const red = '#d00000'
const size = 10
const leading = 18

let folder = ''

/** Text with [-…-] and {+…+} as a page: struck out with a red line, put in in red. */
const drawn = (text: string): Promise<Uint8Array> =>
  drawPdf([
    (page) => {
      text.split('\n').forEach((line, i) => {
        let x = 60
        const y = 60 + i * leading
        for (const [piece] of line.matchAll(/\[-.*?-\]|\{\+.*?\+\}|(?:(?!\[-|\{\+).)+/gu)) {
          const marked = /^(?:\[-|\{\+)/u.test(piece)
          const own = marked ? piece.slice(2, -2) : piece
          page.fillColor(marked ? red : '#000000').text(own, x, y, { lineBreak: false })
          const width = page.widthOfString(own)
          if (piece.startsWith('[-'))
            page
              .moveTo(x, y + size * 0.75)
              .lineTo(x + width, y + size * 0.75)
              .lineWidth(0.7)
              .stroke(red)
          x += width
        }
      })
    },
  ])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kyoyaku-redline-'))
  writeFileSync(join(folder, 'redline.pdf'), await drawn(readFileSync(fixture, 'utf8')))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [command, 'diff', 'redline.pdf', ...args], { cwd: folder, encoding: 'utf8' })

test('one redlined document is compared with itself', () => {
  const { status, stdout } = run('-f', 'json')
  expect(status).toBe(1)
  const comparison = JSON.parse(stdout) as Comparison
  expect(comparison.mode).toBe('redline')
  expect(comparison.articles.map((a) => [a.new, a.status])).toEqual([
    ['1', 'changed'],
    ['2', 'changed'],
    ['3', 'changed'],
  ])
  expect(comparison.articles[1]?.paragraphs?.map((p) => p.status)).toEqual(['changed', 'unchanged', 'added'])
})

test('and becomes a 新旧対照表', () => {
  const { stdout } = run('-f', 'md', '--profile', '岩手県')
  expect(stdout).toContain('| 改正前 | 改正後 |')
  expect(stdout).toMatch(/費用は、人口に応じて<ins>負担<\/ins>する。 \| .*費用は、人口に応じて<ins>分担<\/ins>する。/u)
  expect(stdout).toContain('| ［新設］ | <ins>３</ins>　<ins>会議の記録は、公表する。</ins> |')
})
