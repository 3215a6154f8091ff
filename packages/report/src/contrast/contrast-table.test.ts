import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision, revise, rowsIn, tableIn } from '../testing/revise.ts'

const head = '川辺町と山里村の事務の共同処理に関する規約\n\n'
const article = (n: string, caption: string, ...lines: string[]): string =>
  `（${caption}）\n第${n}条　${lines.join('\n')}\n`

/** Rows of the 新旧対照表 of two regulations, old side first. */
async function rows(old: string, other: string, profile = '岩手県'): Promise<string[][]> {
  return rowsIn(tableIn(revisionPaper(await revise(head + old, head + other), { profile })))
}

const first = article('１', '目的', 'この規約は、事務を共同して処理することを目的とする。')

test('an initiative that stands in an article is told in its rows alone', async () => {
  const old = [
    '定住自立圏の形成に関する協定書\n\n　川辺町（以下「甲」という。）と山里村（以下「乙」という。）は、次のとおり協定を締結する。\n',
    '（取組）\n第１条　甲と乙が連携する取組は、次のとおりとする。\n(1) 生活機能の強化に係る政策分野\nア　医療',
    '(ア) 診療の確保\nａ　取組の内容\n　休日の診療を行う。\nｂ　甲の役割\n　診療所を開く。\nｃ　乙の役割\n　住民に知らせる。\n',
  ].join('\n')
  const revision = await revise(old, old.replace('診療所を開く', '診療所を整え、開く'))
  expect(revision.comparison.initiatives.map((i) => i.status)).toEqual(['changed'])
  const told = rowsIn(tableIn(revisionPaper(revision, { profile: '国' })))
  expect(told.flat().filter((cell) => cell.includes('整え'))).toHaveLength(1)
})

test('the new name of a party is told in the preamble that has it, not once more as a row that no document has', async () => {
  const old =
    '事務の共同処理に関する協約\n\n　山辺市（以下「甲」という。）及び山里町（以下「乙」という。）は、次のとおり協約を締結する。\n\n' +
    first
  const revision = await revise(old, old.replace('山里町', '山里市'))
  expect(revision.comparison.texts.map((t) => t.field)).toEqual(['preamble', 'parties'])
  const told = rowsIn(tableIn(revisionPaper(revision, { profile: '国' })))
  expect(told.flat().filter((cell) => cell.includes('【市】'))).toHaveLength(1)
})

describe('an article in a 新旧対照表', () => {
  test('has a line under the words that changed, on both sides', async () =>
    expect(await rows(first, first.replace('処理する', '管理し、及び執行する'))).toContainEqual([
      expect.stringMatching(/【処理】/u),
      expect.stringMatching(/【管理.*執行】/u),
    ]))

  test('is （新設） on the old side where it is new, and underlined whole but for spaces', async () => {
    const added = article('２', '庶務', '庶務は、川辺町が行う。')
    expect(await rows(first, first + added)).toEqual([
      ['［新設］', '【（庶務）】'],
      ['', '【第２条】　【庶務は、川辺町が行う。】'],
    ])
  })

  test('is （削る） on the new side where it is gone', async () => {
    const gone = article('２', '庶務', '庶務は、川辺町が行う。')
    expect(await rows(first + gone, first, '国')).toEqual([
      ['（削る）', '【（庶務）】'],
      ['', '【第２条】　【庶務は、川辺町が行う。】'],
    ])
  })

  test('has its number underlined and its body left out where nothing but the number changed', async () => {
    const last = (n: string) => article(n, '委任', 'この規約の施行に関し必要な事項は、別に定める。')
    const inserted = article('２', '庶務', '庶務は、川辺町が行う。')
    expect(await rows(first + last('２'), first + inserted + last('３'))).toContainEqual([
      '【第２条】　［略］',
      '【第３条】　［略］',
    ])
  })

  test('names of what stands unchanged below an item its own parts alone', async () => {
    const items = ['次に掲げる事務を行う。', '(1) 医療', 'ア 診療の当番', 'イ 搬送', '(2) 教育']
    const old = article('１', '事務', ...items)
    const table = await rows(old, old.replace('診療の当番', '夜間診療の当番'))
    expect(table.flat().filter((cell) => cell.includes('～') || cell.includes('及び'))).toEqual([])
    const below = await rows(old, old.replace('(1) 医療', '(1) 医療の確保'))
    expect(below.flat().some((cell) => cell.includes('ア及びイ'))).toBe(true)
  })

  test('folds unchanged paragraphs and items', async () => {
    const old = article(
      '１',
      '会議',
      '会議は、毎年開く。',
      '２　会議は、議長が招く。',
      '３　議長は、交代で務める。',
      '４　会議は、公開する。',
      '５　会議の記録は、残す。',
    )
    expect(await rows(old, old.replace('毎年', '毎月'))).toEqual([
      ['（会議）', '（会議）'],
      [expect.stringContaining('第１条'), expect.stringContaining('第１条')],
      ['２～５　［略］', '２～５　［略］'],
    ])
    expect(await rows(old, old.replace('公開する', '非公開とする'))).toEqual([
      ['（会議）', '（会議）'],
      ['第１条　［略］', '第１条　［略］'],
      ['２及び３　［略］', '２及び３　［略］'],
      [expect.stringContaining('４　会議は、'), expect.stringContaining('４　会議は、')],
      ['５　［略］', '５　［略］'],
    ])
  })

  test('keeps items that stay under a sentence that changed', async () => {
    const old = article('１', '事務', '次に掲げる事務を処理する。', '(1)　消防', '(2)　救急', '(3)　水防')
    expect(await rows(old, old.replace('処理する', '共同で処理する'))).toContainEqual([
      '(1)～(3)　［略］',
      '(1)～(3)　［略］',
    ])
  })
})

describe('profiles', () => {
  const revision = fixtureRevision('agreement/old.txt', 'agreement/new.txt')
  const headings = async (profile: string): Promise<string[]> =>
    tableIn(revisionPaper(await revision, { profile })).columns.map((c) => c.heading)

  test.each([
    ['国', ['改正後', '改正前']],
    ['省令', ['改正後', '改正前']],
    ['岩手県', ['改正前', '改正後']],
    ['愛媛県', ['改正後', '改正前']],
    ['武蔵野市', ['改正前', '改正後', '説明']],
    ['黒滝村', ['改正後', '改正前']],
  ])('%s has its columns', async (profile, expected) => expect(await headings(profile)).toEqual(expected))

  test('a draft is 改正案 beside 現行', async () => {
    const draft = await fixtureRevision('vision/old.txt', 'excerpt/new.txt')
    expect(tableIn(revisionPaper(draft)).columns.map((c) => c.heading)).toEqual(['改正案', '現行'])
  })

  test('ministries draw two lines under what is new as a whole, one under words', async () => {
    const marks = tableIn(revisionPaper(await revision, { profile: '省令' })).rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.lines.flatMap((line) => line.runs)),
    )
    expect(marks.find((run) => run.text === '（連携協議会）')?.mark).toBe('double')
    expect(marks.find((run) => run.text === '及び人口')?.mark).toBe('single')
  })

  test('a column of notes says of each article what was done, over all its rows', async () => {
    const { rows: body } = tableIn(revisionPaper(await revision, { profile: '武蔵野市' }))
    const notes = body.map((row) => row.cells[2]).filter((cell) => cell !== undefined)
    expect(notes[1]).toMatchObject({
      rows: 7,
      lines: [{ runs: [{ text: '第４条を第５条とする' }] }, { runs: [{ text: '字句の改正' }] }],
    })
  })

  test('黒滝村 leaves the last row blank and draws lines of half a point', async () => {
    const paper = revisionPaper(await revision, { profile: '黒滝村' })
    expect(paper.lineWeight).toBe(0.5)
    expect(rowsIn(tableIn(paper)).at(-1)).toEqual(['', ''])
  })

  test('愛媛県 frames the cells of a table that changed', async () => {
    const table = '別表（第１条関係）\n\n区分\t金額\n会議室\t100円\n和室\t200円\n'
    const regulation = first.replace('目的とする', '別表のとおりとする') + table
    const changed = await revise(head + regulation, head + regulation.replace('200円', '300円'))
    const runs = tableIn(revisionPaper(changed, { profile: '愛媛県' })).rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.lines.flatMap((line) => line.runs)),
    )
    expect(runs.filter((run) => run.mark === 'frame').map((run) => run.text)).toEqual(
      expect.arrayContaining(['300円', '200円']),
    )
  })
})

test('a 附則 is a heading with what stands behind it, and its first paragraph keeps its number', async () => {
  const supplement = '\n附　則\nこの規約は、平成20年４月１日から施行する。\n'
  const added = '\n附　則（令和７年規約第２号）\n１　この規約は、許可の日から施行する。\n２　経費は、精算する。\n'
  expect((await rows(first + supplement, first + supplement + added)).slice(1)).toEqual([
    ['［新設］', '【附】　【則】【（令和７年規約第２号）】'],
    ['', '【１】　【この規約は、許可の日から施行する。】'],
    ['', '【２】　【経費は、精算する。】'],
  ])
  const [, ...changed] = await rows(first + supplement, first + supplement.replace('20年', '21年'))
  expect(changed.map(([old]) => old)).toEqual(['附　則', expect.stringMatching(/^この規約は、/u)])
})

test('a row of a table that stands elsewhere is underlined whole, and the article that a table now belongs to is', async () => {
  const table = (relation: string, ...names: string[]): string =>
    `別表（${relation}関係）\n\n区分\t金額\n${names.map((name) => `${name}\t100円\n`).join('')}`
  const told = await rows(
    first + table('第１条', '会議室', '和室', '調理室'),
    first + table('第２条', '和室', '調理室', '会議室'),
  )
  expect(told).toContainEqual(['別表（【第１条】関係）', '別表（【第２条】関係）'])
  expect(told).toContainEqual(['【会議室】｜【100円】', '【会議室】｜【100円】'])
})

test('a heading that was reworded is told once, not again above what changed under it', async () => {
  const old = readFileSync(new URL('../../../../fixtures/revision/vision/old.txt', import.meta.url), 'utf8')
  const description = /(【連携協約の取組】 港と里の産業\n\n)(.+)\n/u
  const other = old
    .replaceAll('圏域全体の経済成長のけん引', '圏域全体の経済成長の推進')
    .replace(description, '$1$2これを続ける。\n')
  const told = rowsIn(tableIn(revisionPaper(await revise(old, other), { profile: '国' })))
  expect(told.flat().filter((cell) => /【[^】]*けん引】/u.test(cell))).toHaveLength(1)
  expect(told.flat().join('\n')).toContain('【これを続ける。】')
})

test('what an excerpt leaves out is in no row, and is said to be no change', async () => {
  const paper = revisionPaper(await fixtureRevision('vision/old.txt', 'excerpt/new.txt'))
  expect(rowsIn(tableIn(paper)).flat().join('\n')).not.toContain('わさび田')
  expect(paper.blocks).toContainEqual({ kind: 'text', runs: [{ text: expect.stringContaining('11 件') }] })
})

test('two equal versions have no table', async () => {
  const paper = revisionPaper(await fixtureRevision('agreement/old.txt', 'agreement/old.txt'))
  expect(paper.blocks.some((b) => b.kind === 'table')).toBe(false)
})
