import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IndexRow } from './diff-batch-rows.ts'

const command = join(import.meta.dirname, '../../bin/kyoyaku.js')
const folder = mkdtempSync(join(tmpdir(), 'kyoyaku-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ordinance = (name: string, purpose: string): string =>
  `${name}\n\n（趣旨）\n第１条　この条例は、${purpose}に関し必要な事項を定める。\n\n（委任）\n第２条　この条例の施行に関し必要な事項は、規則で定める。\n`
const agreement = (partner: string, share: string): string =>
  `連携協約\n\n倉敷市（以下「甲」という。）と${partner}（以下「乙」という。）は、次のとおり連携協約を締結する。\n\n（目的）\n第１条　この協約は、甲及び乙が連携して圏域の活性化を図ることを目的とする。\n\n（費用）\n第２条　費用は、${share}負担する。\n`

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

function diff(...args: string[]): { status: number | null; out: string; err: string } {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'ja_JP.UTF-8' } } as const
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'diff', '--batch', '-j', '1', ...args],
    options,
  )
  return { status, out: stdout, err: stderr }
}
const rowsOf = (text: string): (IndexRow & { side?: string })[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as IndexRow)
const names = (rows: IndexRow[]): string[] =>
  rows.map(({ status, old, new: other }) =>
    [status, old, other].map((x) => (typeof x === 'object' ? x.path.split('/').at(-1) : (x ?? '–'))).join(' '),
  )

beforeAll(() =>
  write({
    'old/総社.txt': agreement('総社市', '等しく'),
    'old/早島.txt': agreement('早島町', '等しく'),
    'old/下/公園.txt': ordinance('都市公園条例', '公園'),
    'old/終わり.txt': ordinance('温泉事業基金条例', '温泉事業の基金'),
    'new/R6-01.txt': agreement('早島町', '人口に応じて'),
    'new/R6-02.txt': agreement('総社市', '等しく').replace('図る', '目指す'),
    'new/公園.txt': ordinance('都市公園条例', '公園'),
    'new/始まり.txt': ordinance('=空家等対策条例', '空家'),
  }),
)

describe('diff --batch', () => {
  test('pairs the documents of two folders, whatever their files are called, and says what has no partner', () => {
    const { status, out } = diff('old', 'new')
    expect(status).toBe(1)
    expect(out).toContain('[変更あり] 連携協約（倉敷市・早島町） 早島.txt → R6-01.txt\n    条: 変更 1\n')
    expect(out).toContain('[変更あり] 連携協約（倉敷市・総社市） 総社.txt → R6-02.txt\n')
    expect(out).toContain('[変更なし] 都市公園条例 下/公園.txt → 公園.txt\n')
    expect(out).toMatch(/\[新だけ\] =?空家等対策条例 始まり\.txt\n\[旧だけ\] 温泉事業基金条例 終わり\.txt\n/u)
    expect(out).toMatch(/対になった文書 3（変更あり 2、変更なし 1、比べられず 0）、新だけ 1、旧だけ 1、.+\n$/u)
  })

  test('writes an index as a page, a table and lines of JSON, and a paper for every pair that changed', () => {
    const { status, err } = diff('old', 'new', '-o', 'out')
    expect([status, err.split('\n').at(-2)]).toEqual([1, 'out/index.html に書きました'])
    const rows = rowsOf(readFileSync(join(folder, 'out/index.ndjson'), 'utf8'))
    expect(names(rows)).toEqual([
      'changed 早島.txt R6-01.txt',
      'changed 総社.txt R6-02.txt',
      'unchanged 公園.txt 公園.txt',
      'added – 始まり.txt',
      'deleted 終わり.txt –',
    ])
    for (const { paper } of rows.slice(0, 2))
      expect(readFileSync(join(folder, 'out', paper ?? ''), 'utf8')).toContain('<ins')
    const page = readFileSync(join(folder, 'out/index.html'), 'utf8')
    expect(page).toContain(`href="${rows[0]?.paper?.split('/').map(encodeURIComponent).join('/')}"`)
    const csv = readFileSync(join(folder, 'out/index.csv'), 'utf8').split('\r\n')
    expect([csv.length, csv[0]]).toEqual([
      7,
      '\ufeff状態,種類,文書,当事者,旧ファイル,旧題名,新ファイル,新題名,変更の概要,一致度,対照表,理由',
    ])
    expect(csv.some((line) => /(?:^|,)=/u.test(line))).toBe(false)
  })

  test('run again, leaves no paper of the earlier run behind', () => {
    const { status } = diff('old', 'new', '-o', 'out', '-f', 'md')
    expect(status).toBe(1)
    expect(readdirSync(join(folder, 'out/pairs')).map((name) => name.slice(-3))).toEqual(['.md', '.md'])
  })

  test('takes what batch wrote as it is', () => {
    for (const side of ['old', 'new'])
      spawnSync(process.execPath, [command, 'batch', side, '-o', `results-${side}`, '-j', '1'], { cwd: folder })
    const { status, out } = diff('results-old', 'results-new', '-f', 'json')
    expect([status, names(rowsOf(out)).sort()]).toEqual([
      1,
      [
        'added – 始まり.txt',
        'changed 早島.txt R6-01.txt',
        'changed 総社.txt R6-02.txt',
        'deleted 終わり.txt –',
        'unchanged 公園.txt 公園.txt',
      ],
    ])
  })

  test('ends with 0 where nothing changed, by contents and by what they say', () => {
    write({ 'a/x.txt': ordinance('公園条例', '公園'), 'b/y.txt': ordinance('公園条例', '公園').replace('\n\n', '\n') })
    const { status, out } = diff('a', 'b', '-f', 'json')
    expect([status, names(rowsOf(out))]).toEqual([0, ['unchanged x.txt y.txt']])
  })

  test('pairs every document of a file with its own, and goes on after bad files', () => {
    const two = `${ordinance('公園条例', '公園')}\n\n${ordinance('墓地条例', '墓地')}`
    write({
      'c/合本.txt': two,
      'd/墓地.txt': ordinance('墓地条例', '墓地の使用'),
      'd/公園.txt': ordinance('公園条例', '公園'),
      'd/空.txt': '',
      'd/壊.pdf': '%PDF-1.7\n',
    })
    const { status, out } = diff('c', 'd')
    expect(status).toBe(2)
    expect(out).toContain('[変更あり] 墓地条例 合本.txt（2番目） → 墓地.txt\n')
    expect(out).toContain('[変更なし] 公園条例 合本.txt → 公園.txt\n')
    expect(out).toMatch(/\[新\] 壊\.pdf: 壊れています.*\n\[新\] 空\.txt: 文字がありません\n/u)
  })

  test.each([
    [['old'], '二つのフォルダー'],
    [['old', 'nowhere'], 'nowhere: ファイルがありません'],
    [['old', 'new', '-f', 'docx'], '-o DIR が要ります'],
  ])('%j: %s', (args, words) => {
    const { status, err } = diff(...args)
    expect([status, err.trimEnd().split('\n')]).toEqual([2, [expect.stringContaining(words)]])
  })

  test('names folders in which there is nothing to compare', () => {
    mkdirSync(join(folder, 'bare'), { recursive: true })
    write({ 'some/x.txt': ordinance('公園条例', '公園') })
    expect(diff('some', 'bare')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/bare: 比べる文書がありません/u),
    })
    const { status, err } = diff('bare', 'bare')
    expect([status, err.match(/bare: 比べる文書がありません/gu)?.length]).toEqual([2, 2])
  })

  test('forgets a file that is gone when it is run again', () => {
    write({
      'e/x.txt': ordinance('公園条例', '公園'),
      'e/z.txt': ordinance('墓地条例', '墓地'),
      'f/y.txt': ordinance('公園条例', '公園'),
    })
    diff('e', 'f', '-o', 'again')
    rmSync(join(folder, 'e/z.txt'))
    expect(diff('e', 'f', '-o', 'again').status).toBe(0)
    expect(existsSync(join(folder, 'again/read/old/results.ndjson'))).toBe(true)
  })
})
