import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { printable } from '../paper/lines.ts'
import type { Revision } from '../revision.ts'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision } from '../testing/revise.ts'
import { docxOf } from './docx.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { xlsxOf } from './xlsx.ts'

const fixture = fixtureRevision('vision/old.txt', 'vision/new.txt')
const agreement = fixtureRevision('agreement/old.txt', 'agreement/new.txt')

/** Names of statuses and the like are the program's own; all other text is what a document says. */
const ownMembers = [
  'status',
  'op',
  'mode',
  'part',
  'type',
  'editKind',
  'format',
  'textLayer',
  'schemaVersion',
  'sha256',
]

/** A revision in which every text that a document could say is another, but the same everywhere that it was. */
function saying(revision: Revision, text: string): Revision {
  const replaced = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return ownMembers.includes(name) || value === '' ? value : text
    if (Array.isArray(value)) return value.map((member) => replaced(member, name))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, key === 'summary' ? member : replaced(member, key)]),
    )
  }
  return replaced(revision) as Revision
}

/** The same without anything that could be markup: only its length and its spaces. */
const harmless = (text: string): string => [...printable(text)].map((c) => (/\s/u.test(c) ? c : '字')).join('')

const tags = (markup: string): string[] => markup.match(/<[^>]*>/gu) ?? []

const pieces = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '|',
  '](',
  '![',
  '</td>',
  '</script>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '**',
  '__',
  '~~',
  '\\',
  '#',
  '=',
  '+',
  '-',
  '1.',
  '@',
  'www.x.jp',
  'http://x.jp',
  'javascript:x',
  '&lt;',
  '&#60;',
  '{',
  '}',
  '$',
  '\u202e',
  '\0',
  '\u001b',
  '\ud800',
  '\ufffe',
  '文',
  'a',
  ' ',
  '　',
  '%',
  ';',
  ':',
  '/',
  '*',
  '_',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').replace(/[\n\r\u2028\u2029]/gu, ''))
  .filter((text) => printable(text).trim() !== '')

const papers = async (text: string) =>
  [await fixture, await agreement].map((revision) => {
    const said = saying(revision, text)
    return { revision: said, paper: revisionPaper(said, { profile: '武蔵野市' }) }
  })

describe('no text of a document is markup', () => {
  test('in HTML', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const [said, meant] = [await papers(text), await papers(harmless(text))]
        said.forEach(({ paper, revision }, i) => {
          const other = meant[i]
          if (!other) throw new Error('a paper each')
          // Addresses of originals are attributes of links: the caller's own, escaped too.
          const markup = htmlOf(paper, { ...revision, originals: {} })
          expect(tags(markup)).toEqual(tags(htmlOf(other.paper, { ...other.revision, originals: {} })))
          expect(markup).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/u)
        })
      }),
      { numRuns: 25 },
    )
  })

  test('in Markdown', async () => {
    const html = (markdown: string): string[] =>
      tags(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }))
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const [said, meant] = [await papers(text), await papers(harmless(text))]
        said.forEach(({ paper }, i) => {
          const other = meant[i]
          if (!other) throw new Error('a paper each')
          expect(html(markdownOf(paper))).toEqual(html(markdownOf(other.paper)))
        })
      }),
      { numRuns: 8 },
    )
  })

  test('in Word and Excel', async () => {
    const names = (markup: string): Set<string> => new Set(tags(markup).map((tag) => tag.replace(/[\s/>].*$/su, '')))
    const files = (bytes: Uint8Array): string[] => {
      const found = unzipSync(bytes)
      return [
        'word/document.xml',
        'xl/workbook.xml',
        'xl/sharedStrings.xml',
        'xl/worksheets/sheet6.xml',
        'xl/worksheets/sheet1.xml',
      ].map((name) => (found[name] ? strFromU8(found[name]) : ''))
    }
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const [[said], [meant]] = [await papers(text), await papers(harmless(text))]
        if (!said || !meant) throw new Error('a paper each')
        for (const write of [docxOf, xlsxOf]) {
          const [a, b] = [files(await write(said.paper)), files(await write(meant.paper))]
          a.forEach((markup, i) => {
            expect([...names(markup)].filter((name) => !names(b[i] ?? '').has(name))).toEqual([])
            expect(markup).not.toMatch(/<f[ >]|[\0-\x08\x0b\x0c\x0e-\x1f]/u)
          })
          expect(tags(a[0] ?? '')).toEqual(tags(b[0] ?? ''))
        }
      }),
      { numRuns: 4 },
    )
  })
})
