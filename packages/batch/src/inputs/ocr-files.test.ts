import { afterEach, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { trialFolder } from '../trial/trial-folder.ts'
import { listFiles } from './files.ts'
import type { OcrMatches } from './ocr-files.ts'
import { type Offered, tasksOf } from './tasks.ts'

let folder: ReturnType<typeof trialFolder>
afterEach(() => folder.remove())
const pipeline = { version: 'v1', locale: 'ja' } as const

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function zipOf(files: readonly string[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of files) zip.addBuffer(Buffer.from(name), name)
  zip.end()
  return Buffer.concat(await all(zip.outputStream as AsyncIterable<Buffer>))
}

async function offered(
  documents: string,
  ocr: string,
): Promise<{ offers: Offered[]; matches: OcrMatches | undefined }> {
  let matches: OcrMatches | undefined
  const tell = (found: OcrMatches): void => {
    matches = found
  }
  const files = listFiles([folder.at(documents)], '/nowhere')
  const offers = await all(tasksOf(files, pipeline, { folder: folder.at(ocr), tell }))
  return { offers, matches }
}

/** What each document is read with, as `document: file`; why not, or that there is none. */
async function matched(files: readonly string[], ocr = 'ocr'): Promise<string[]> {
  folder = trialFolder(Object.fromEntries(files.map((name) => [name, name])))
  const short = (path: string): string => path.replaceAll(`${folder.path}/`, '')
  return (await offered('in', ocr)).offers.map((offer) =>
    'task' in offer
      ? `${short(offer.task.path)}: ${offer.task.ocr ? short(offer.task.ocr.path) : 'none'}`
      : `${short(offer.refusal.path)}: ${offer.refusal.reason} (${short(offer.refusal.message)})`,
  )
}

describe('whose characters a file has', () => {
  test.each([
    '別表.xml',
    '別表.pdf.xml',
    '別表.alto.xml',
    '別表.hocr',
    '別表.hocr.html',
    '別表.PDF.XML',
    'xml/別表.xml',
    '別表/xml/別表.xml',
  ])('%s is of 別表.pdf by its name', async (name) =>
    expect(await matched(['in/別表.pdf', `ocr/${name}`])).toEqual([`in/別表.pdf: ocr/${name}`]),
  )

  test('letters that a system takes apart are the same name', async () =>
    expect(await matched([`in/${'ビジョン'.normalize('NFD')}.pdf`, 'ocr/ビジョン.xml'])).toHaveLength(1))

  test('folders tell documents of one name apart', async () => {
    const files = ['in/a/x.pdf', 'in/b/x.pdf', 'ocr/a/x.xml', 'ocr/b/x.xml']
    expect(await matched(files)).toEqual(['in/a/x.pdf: ocr/a/x.xml', 'in/b/x.pdf: ocr/b/x.xml'])
  })
  test('the file of another folder is of another document', async () => {
    expect(await matched(['in/a/x.pdf', 'ocr/b/x.xml'])).toEqual(['in/a/x.pdf: none'])
    expect(await matched(['in/x.pdf', 'in/a/x.pdf', 'in/x.xml'], 'in')).toEqual([
      'in/x.pdf: in/x.xml',
      'in/a/x.pdf: none',
    ])
  })
  test('what nothing tells apart is taken for none', async () => {
    expect(await matched(['in/a/x.pdf', 'in/b/x.pdf', 'ocr/x.xml'])).toEqual([
      'in/a/x.pdf: ocr (ocr/x.xml fits documents in several folders)',
      'in/b/x.pdf: ocr (ocr/x.xml fits documents in several folders)',
    ])
    expect(await matched(['in/x.pdf', 'ocr/alto/x.xml', 'ocr/page/x.xml'])).toEqual([
      'in/x.pdf: ocr (both ocr/alto/x.xml and ocr/page/x.xml fit)',
    ])
  })
  test('the whole name goes before the name without its ending', async () =>
    expect(await matched(['in/x.pdf', 'in/x.png', 'ocr/x.xml', 'ocr/x.png.xml'])).toEqual([
      'in/x.pdf: ocr/x.xml',
      'in/x.png: ocr/x.png.xml',
    ]))
  test('text has its characters itself', async () =>
    expect(await matched(['in/x.txt', 'ocr/x.xml'])).toEqual(['in/x.txt: none']))
  test('beside its document it is none; one that is of no document stays one', async () =>
    expect(await matched(['in/x.pdf', 'in/x.xml', 'in/y.xml'], 'in')).toEqual(['in/x.pdf: in/x.xml', 'in/y.xml: none']))

  test('members of archives are documents, and hold such files, alike', async () => {
    folder = trialFolder({
      'in/a.zip': await zipOf(['第1期/x.pdf', 'y.pdf']),
      'ocr.zip': await zipOf(['a/第1期/x.xml', 'z.xml']),
    })
    const { offers, matches } = await offered('in', 'ocr.zip')
    expect(offers.map((offer) => 'task' in offer && offer.task.ocr?.path)).toEqual([
      `${folder.at('ocr.zip')}!/a/第1期/x.xml`,
      undefined,
    ])
    expect(matches).toMatchObject({
      missing: [`${folder.at('in/a.zip')}!/y.pdf`],
      unused: [`${folder.at('ocr.zip')}!/z.xml`],
    })
  })
  test('another file of characters is another task; none is the task that it was', async () => {
    const keys: string[] = []
    for (const files of [[], ['<a/>'], ['<b/>']]) {
      folder = trialFolder({
        'in/x.pdf': 'x',
        'ocr/other.txt': '',
        ...Object.fromEntries(files.map((xml) => ['ocr/x.xml', xml])),
      })
      const [offer] = (await offered('in', 'ocr')).offers
      keys.push(offer && 'task' in offer ? offer.task.key : '')
      const [plain] = await all(tasksOf(listFiles([folder.at('in')], '/nowhere'), pipeline))
      if (keys.length === 1) expect(plain && 'task' in plain && plain.task.key).toBe(keys[0])
      if (keys.length < 3) folder.remove()
    }
    expect(new Set(keys).size).toBe(3)
  })
})
