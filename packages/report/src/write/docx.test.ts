import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision, tableIn } from '../testing/revise.ts'
import { docxOf } from './docx.ts'

const revision = fixtureRevision('agreement/old.txt', 'agreement/new.txt')
const paper = revision.then((r) => revisionPaper(r, { profile: '武蔵野市' }))
const word = paper.then(docxOf)
const xml = word.then((bytes) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()))

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const textOf = (run: string): string =>
  [...run.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)]
    .map(([, text = '']) => text.replace(/&(\w+);/gu, (_, name: string) => entities[name] ?? ''))
    .join('')

/** Underlined texts of a document, with the kind of line. */
const underlined = (document: string): [string, string][] =>
  [...document.matchAll(/<w:r>.*?<\/w:r>/gsu)].flatMap(([run]): [string, string][] => {
    const line = /<w:u w:val="(\w+)"/u.exec(run)?.[1]
    return line === undefined ? [] : [[textOf(run), line]]
  })

describe('a Word file', () => {
  test('is A4 lying', async () => expect(await xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u))

  test('has lines under what changed and under nothing else', async () => {
    const marked = tableIn(await paper).rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.lines.flatMap((line) => line.runs.filter((run) => run.mark))),
    )
    expect(underlined(await xml)).toEqual(marked.map((run) => [run.text, run.mark]))
    expect(marked.length).toBeGreaterThan(20)
  })

  test('underlines every word of the comparison that was deleted or inserted', async () => {
    const edits: string[] = []
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const member of value) walk(member)
      else if (typeof value === 'object' && value !== null) {
        if ('op' in value && 'text' in value && value.op !== 'equal') edits.push(String(value.text))
        else for (const member of Object.values(value)) walk(member)
      }
    }
    const { articles, initiatives, texts } = (await revision).comparison
    walk([articles, initiatives, texts])
    const lines = underlined(await xml).map(([text]) => text)
    const all = lines.join('')
    for (const edit of edits) expect(all).toContain(edit.replace(/\s/gu, ''))
  })

  test('has columns of the profile, headings on every page, and a note over all rows of its article', async () => {
    const document = await xml
    expect([...document.matchAll(/<w:gridCol /gu)]).toHaveLength(3)
    expect(document).toMatch(/<w:tblHeader\/>/u)
    expect(document).toMatch(/<w:vMerge w:val="restart"\/>/u)
    expect(document).toMatch(/<w:gridSpan w:val="3"\/>/u)
  })
})

test('frames what an office frames', async () => {
  const bytes = await docxOf({
    title: 't',
    locale: 'ja',
    blocks: [{ kind: 'text', runs: [{ text: '甲', mark: 'frame' }] }],
  })
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  expect(document).toMatch(/<w:bdr [^>]*w:sz="12"[^>]*\/><\/w:rPr><w:t[^>]*>甲</u)
})

const soffice = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(existsSync)

describe('LibreOffice', () => {
  test.skipIf(soffice === undefined)(
    'opens the Word file (skipped where there is no soffice)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-docx-'))
      try {
        writeFileSync(join(folder, 'a.docx'), await word)
        const profile = `-env:UserInstallation=file://${folder}/profile`
        const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')]
        spawnSync(soffice ?? '', args, { timeout: 100_000 })
        const pdf = readFileSync(join(folder, 'a.pdf'))
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
        expect(pdf.length).toBeGreaterThan(10_000)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    120_000,
  )
})
