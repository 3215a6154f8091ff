import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision } from '../testing/revise.ts'
import { htmlOf } from './html.ts'

const revision = fixtureRevision('vision/old.txt', 'vision/new.txt')
const html = revision.then((r) => htmlOf(revisionPaper(r), r))

describe('an HTML file', () => {
  test('needs nothing else and runs nothing', async () => {
    const page = await html
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|\b(?:src|on\w+)=|url\(|@import/iu)
    expect(page).toContain("default-src 'none'")
  })

  test('has a caption and scoped headings in every table', async () => {
    const tables = (await html).split('<table').slice(1)
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) expect(table).toContain('<caption')
    expect((await html).match(/<th(?![^>]*scope=)[ >]/gu)).toBeNull()
  })

  test('names the chart and says its figures', async () =>
    expect(await html).toMatch(
      /<svg [^>]*role="img"[^>]*>\n<title[^>]*>年度別の事業費の増減<\/title><desc[^>]*>R5年度: .*差引き −300/u,
    ))

  test('has ids of its own once each', async () => {
    const ids = [...(await html).matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leads from every linked value to a place that is there, quoted', async () => {
    const page = await html
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([^"]*)"/gu)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(page).toMatch(/<tr id="new-\d+"><th scope="row">新 \d+行<\/th><td>.*<mark>12,500千円<\/mark>/u)
  })

  test('leads to the page of an original that is a PDF', async () => {
    const r = await revision
    const source = { ...r.comparison.new, format: 'pdf' }
    const pages = JSON.parse(JSON.stringify(r.new).replaceAll('"span":', '"page":3,"span":')) as typeof r.new
    const drawn = { ...r, new: pages, comparison: { ...r.comparison, new: source }, originals: { new: 'a%20b.pdf' } }
    const page = htmlOf(revisionPaper(drawn), drawn)
    expect(page).toContain('<a href="a%20b.pdf#page=3">')
    expect(page).toMatch(/新 3頁/u)
  })
})

const browser = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find(existsSync)

describe.skipIf(browser === undefined)('in Chromium (skipped where there is none)', () => {
  let running: Awaited<ReturnType<typeof chromium.launch>>
  beforeAll(async () => {
    running = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => running?.close())

  const opened = async (width: number, colorScheme: 'light' | 'dark' = 'light') => {
    const page = await running.newPage({ viewport: { width, height: 900 }, colorScheme })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.setContent(await html)
    return { page, errors }
  }

  test.each([1280, 390])('nothing is wider than a window of %i', async (width) => {
    const { page, errors } = await opened(width)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(errors).toEqual([])
    await page.close()
  })

  test('corresponding sentences stand at one height', async () => {
    const { page } = await opened(1280)
    const tops = await page.evaluate(
      `[...document.querySelectorAll('.contrast tbody tr')].map((row) => [...row.cells].map((cell) => cell.getBoundingClientRect().top))`,
    )
    for (const row of tops as number[][]) expect(new Set(row).size).toBe(1)
    await page.close()
  })

  test('both themes have ink that stands out from the paper', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page } = await opened(1280, scheme)
      const [ink, paper] = (await page.evaluate(
        `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor].map((c) => c.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0) / 3)`,
      )) as [number, number]
      expect(Math.abs(ink - paper)).toBeGreaterThan(150)
      await page.close()
    }
  })

  test('on paper there are lines under changes, headings on every page and no list of places', async () => {
    const { page } = await opened(1280, 'dark')
    await page.emulateMedia({ media: 'print' })
    const look = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
    expect(await look('.places', 'display')).toBe('none')
    expect(await look('thead', 'display')).toBe('table-header-group')
    expect(await look('ins', 'textDecorationLine')).toBe('underline')
    expect(await look('body', 'color')).toBe('rgb(0, 0, 0)')
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })

  test('a link of a value shows its place', async () => {
    const { page } = await opened(1280)
    await page.click('table td a[href^="#new-"]')
    expect(await page.evaluate(`document.querySelector(':target mark') !== null`)).toBe(true)
    await page.close()
  })
})
