import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Comparison, TemplateMatrix } from '@kyoyaku/diff'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../locale.ts'
import { run as runCommand } from '../run.ts'

const command = join(import.meta.dirname, '../../bin/kyoyaku.js')
const fixtures = join(import.meta.dirname, '../../../../fixtures/revision')
const vision = [join(fixtures, 'vision/old.txt'), join(fixtures, 'vision/new.txt')]
const agreement = [join(fixtures, 'agreement/old.txt'), join(fixtures, 'agreement/new.txt')]
const excerpt = join(fixtures, 'excerpt/new.txt')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kyoyaku-diff-'))
  writeFileSync(
    join(folder, 'ordinance.txt'),
    '共同処理条例\n\n（趣旨）\n第１条　この条例は、共同処理に関し必要な事項を定める。\n',
  )
  writeFileSync(
    join(folder, 'stray.txt'),
    '改正前\t改正後\n（会議）\n第６条　会議を開く。\t（会議）\n第７条　略\t第７条　略\n',
  )
  writeFileSync(join(folder, 'note.txt'), '買い物の覚え書き\n牛乳\n')
})
const before = process.cwd()
beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

interface Ran {
  status: number | null
  out: string
  err: string[]
}

/** A command line run without a process of its own, of which starting takes most. */
async function run(args: string[], locale: Locale = 'en'): Promise<Ran> {
  const ran: Ran = { status: null, out: '', err: [] }
  ran.status = await runCommand(args, {
    locale,
    write: async (text) => {
      ran.out += typeof text === 'string' ? text : Buffer.from(text).toString()
    },
    tell: (line) => ran.err.push(...line.split('\n').filter((one) => one !== '')),
    progress: () => {},
    interactive: false,
    columns: undefined,
  })
  return ran
}

function runAsProcess(args: string[], locale: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: locale },
  })
  return { status, out: stdout, err: stderr.split('\n').filter((line) => line !== '') }
}

describe('diff', () => {
  test('never takes the place of a document that it compares, nor does what is amended', async () => {
    const [old = '', changed = ''] = agreement
    writeFileSync(join(folder, 'own.txt'), readFileSync(old))
    for (const args of [
      ['diff', 'own.txt', changed],
      ['amend', 'own.txt', changed],
    ]) {
      const { status } = await run([...args, '-o', './own.txt'])
      expect(status).toBe(2)
      expect(readFileSync(join(folder, 'own.txt'))).toEqual(readFileSync(old))
    }
    expect((await run(['diff', 'own.txt', changed, '-o', './own.txt'])).err).toEqual([
      expect.stringContaining('own.txt'),
    ])
  })

  test('tells another way of writing apart from a change, unless it is asked for exactly', async () => {
    const forms = [join(fixtures, 'forms/old.txt'), join(fixtures, 'forms/new.txt')]
    const changed = async (...more: string[]) =>
      (JSON.parse((await run(['diff', ...forms, '-f', 'json', ...more])).out) as Comparison).articles
        .filter((a) => a.status === 'changed')
        .map((a) => a.old)
    expect(await changed()).toEqual(['3'])
    expect((await changed('--exact')).length).toBeGreaterThan(1)
  })

  test('reads both columns of a 新旧対照表 as versions', async () => {
    const { status, out } = await run(['diff', join(fixtures, 'columns/table.txt'), '-f', 'json'])
    expect(status).toBe(1)
    expect((JSON.parse(out) as Comparison).articles.map((a) => [a.old, a.new, a.status, a.edited])).toEqual([
      ['6', '6', 'changed', true],
      ['7', '7', 'changed', true],
      [undefined, '8', 'added', false],
      ['8', '9', 'changed', false],
    ])
  })

  test('says that two documents have nothing in common', async () => {
    const { status, err } = await run(['diff', agreement[0] ?? '', 'ordinance.txt', '-f', 'json'])
    expect(status).toBe(1)
    expect(err.join()).toContain('is one of them another document')
  })

  test('exits 0 where nothing changed', async () =>
    expect(await run(['diff', agreement[0] ?? '', agreement[0] ?? ''])).toMatchObject({
      status: 0,
      out: 'old.txt → old.txt\nno change\n',
      err: [],
    }))

  test('exits 1 where something changed, and says what', async () => {
    const { status, out, err } = runAsProcess(['diff', ...agreement], 'C')
    expect({ status, err }).toEqual({ status: 1, err: [] })
    expect(out).toContain('~ 第４条 → 第５条')
    expect(out).toContain('[-前条-]{+第３条+}の取組に要する費用')
    expect(out).toContain('+ 第８条（疑義の決定）')
    expect(out).toContain('- 第５条（人事の交流）')
  })

  test('tells of a vision project by project, in Japanese where it is asked to', async () => {
    const { out } = await run(['diff', ...vision], 'ja')
    expect(out).toContain('事務事業  新規 2、削除・終了 1、変更 5')
    expect(out).toContain('~ 海と山の周遊切符 → 海と山の電子周遊切符')
    expect(out).toMatch(/峠を越えるバス\n {4}離脱　函南町\n/u)
  })

  test('tells what changed in an initiative of an article once, below the headings that it stands under', async () => {
    const written = (role: string): string =>
      [
        '定住自立圏の形成に関する協定書',
        '都城市（以下「甲」という。）と三股町（以下「乙」という。）は、次のとおり協定を締結する。',
        '（連携する取組）',
        '第１条　取組の内容及び役割は、次のとおりとする。',
        '　(1)　生活機能の強化に係る政策分野',
        '　　ア　医療',
        '　　　(ア)　救急医療の維持',
        '　　　　ａ　取組の内容　夜間の救急医療を維持する。',
        '　　　　ｂ　甲の役割　救急医療センターを運営する。',
        `　　　　ｃ　乙の役割　${role}`,
        '',
      ].join('\n')
    writeFileSync(join(folder, 'before.txt'), written('経費を負担する。'))
    writeFileSync(join(folder, 'after.txt'), written('経費の半分を負担する。'))
    const { out } = await run(['diff', 'before.txt', 'after.txt'], 'ja')
    expect(out.split('\n').slice(2, -1)).toEqual([
      '条  変更 1',
      '~ 第１条',
      '      (1)　生活機能の強化に係る政策分野',
      '        ア　医療',
      '          (ア)　救急医療の維持',
      '            ｃ　乙の役割 経費{+の半分+}を負担する。',
    ])
  })

  test('takes what an excerpt leaves out for no end', async () => {
    const { out } = await run(['diff', vision[0] ?? '', excerpt])
    expect(out).not.toContain('わさび田')
    expect(out).toContain('11 left out by an excerpt')
  })

  test('prints the comparison as JSON, and nothing else', async () => {
    const { status, out, err } = await run(['diff', '-f', 'json', ...vision])
    expect({ status, err }).toEqual({ status: 1, err: [] })
    expect((JSON.parse(out) as Comparison).summary).toMatchObject({ 'projects.added': 2, 'projects.deleted': 1 })
  })

  test.each([
    ['a.html', /^<!doctype html>/u],
    ['a.md', /^# 第2期富士見ヶ浦/u],
    ['a.docx', /^PK/u],
    ['a.xlsx', /^PK/u],
    ['a.json', /^\{\n/u],
  ])('writes %s, by its extension', async (name, begins) => {
    const { status, out, err } = await run(['diff', ...vision, '-o', name])
    expect({ status, out, err }).toEqual({ status: 1, out: '', err: [`wrote ${name}`] })
    expect(readFileSync(join(folder, name), 'latin1')).toMatch(begins.source.includes('第') ? /^# / : begins)
  })

  test('follows a profile', async () => {
    const table = (await run(['diff', ...agreement, '-f', 'md', '--profile', '武蔵野市'])).out
    expect(table).toContain('| 改正前 | 改正後 | 説明 |')
  })

  test('says what an amended text leaves out of its base', async () => {
    const base =
      '事務の委託に関する規約\n\n第１章　総則\n（範囲）\n第１条　甲町は、ごみの収集の事務を乙市に委託する。\n'
    writeFileSync(join(folder, 'chapters.txt'), base)
    const change = '事務の委託に関する規約の一部を改正する規約\n\n第１条中「ごみ」を「し尿」に改める。\n'
    writeFileSync(join(folder, 'change.txt'), change)
    const { status, out, err } = await run(['amend', 'chapters.txt', 'change.txt'])
    expect([status, out.includes('し尿の収集')]).toEqual([0, true])
    expect(err.join('\n')).toContain('chapters.txt: text outside articles and tables is not written (第１章 総則)')
  })

  test('prints an amendment that amend turns into the new version', async () => {
    const { out } = await run(['diff', ...agreement, '-f', 'amendment'])
    expect(out).toContain('第４条第１項中「前条」を「第３条」に改め')
    writeFileSync(join(folder, 'amendment.txt'), out)
    expect(await run(['amend', agreement[0] ?? '', 'amendment.txt', '-o', 'amended.txt'])).toMatchObject({
      status: 0,
      out: '',
    })
    const again = await run(['diff', 'amended.txt', agreement[1] ?? '', '-f', 'json'])
    const { articles, initiatives } = JSON.parse(again.out) as Comparison
    expect([...articles, ...initiatives].filter((unit) => unit.status !== 'unchanged')).toEqual([])
  })

  test('compares agreements of a template in a matrix', async () => {
    const { status, out } = await run(['diff', '--template', '-f', 'json', ...agreement, agreement[0] ?? ''])
    expect(status).toBe(1)
    const { documents, rows } = JSON.parse(out) as TemplateMatrix
    expect(documents).toHaveLength(3)
    expect(rows.every((row) => row.cells.length === 3)).toBe(true)
  })

  test.each([
    [['diff'], 'kyoyaku: OLD [NEW] is missing'],
    [['diff', '--template', 'a'], 'kyoyaku: --template needs a template and what to compare with it'],
    [
      ['diff', 'ordinance.txt'],
      'kyoyaku: ordinance.txt: holds no struck out text, no comparison table and no two versions; name two files to compare',
    ],
    [
      ['diff', 'stray.txt'],
      'kyoyaku: stray.txt:2: no tab says in which column this line of the comparison table stands; put cells with line breaks in quotation marks',
    ],
    [['diff', 'a', 'b', 'c'], 'kyoyaku: compares two files; use --template for more'],
    [['diff', 'none.txt', agreement[0] ?? ''], 'kyoyaku: none.txt: no such file; check the path'],
    [
      ['diff', 'note.txt', agreement[0] ?? ''],
      'kyoyaku: note.txt: holds no document that can be compared (agreement, ordinance, vision)',
    ],
    [['diff', ...vision, '-f', 'amendment'], `kyoyaku: ${vision[0]}: holds no agreement or ordinance`],
    [
      ['diff', ...agreement, '--profile', '月の町'],
      'kyoyaku: --profile cannot be 月の町; it is one of 国, 省令, 岩手県, 愛媛県, 武蔵野市, 黒滝村',
    ],
    [['diff', ...agreement, '-f', 'pdf'], expect.stringContaining('cannot be pdf')],
    [
      ['diff', '--template', '-f', 'amendment', ...agreement],
      'kyoyaku: --template takes text, json, html, docx, xlsx, md',
    ],
    [['amend', agreement[0] ?? '', 'note.txt'], 'kyoyaku: note.txt: holds no amending provisions'],
    [['amend', vision[0] ?? '', 'note.txt'], `kyoyaku: ${vision[0]}: holds no agreement or ordinance`],
  ])('%j is one clear line, or one a file', async (args, line) => {
    const { status, out, err } = await run(args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toEqual(expect.arrayContaining([line]))
  })

  test('an operation that cannot be carried out has its line', async () => {
    writeFileSync(join(folder, 'bad.txt'), '　第９９条中「甲」を「乙」に改める。\n')
    const { status, err } = await run(['amend', agreement[0] ?? '', 'bad.txt', '-o', 'out.txt'])
    expect(status).toBe(1)
    expect(err[0]).toMatch(/^operation 1 cannot be applied \(.+\): .*第９９条/u)
  })
})
