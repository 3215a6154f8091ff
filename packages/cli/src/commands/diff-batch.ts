import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { compare, everyForm, hasChanges } from '@kyoyaku/diff'
import type { CommandLine } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { safeName } from '../output-names.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { makeFolder, writeWhole } from '../written-file.ts'
import { limitsOf } from './batch-limits.ts'
import { interruptedStatus, interruption, runFault } from './batch-run.ts'
import { type FolderIndex, indexCounts, indexCsv, indexHtml, indexNdjson } from './diff-batch-index.ts'
import { type Pairing, pairUp } from './diff-batch-pairing.ts'
import { aloneRows, type IndexRow, pairRow } from './diff-batch-rows.ts'
import { documentResult, readSide, type Side, type SideDocument } from './diff-batch-side.ts'
import { indexText } from './diff-batch-text.ts'
import { diffBatchWords as words } from './diff-batch-words.ts'
import { type DiffFormat, isDiffFormat } from './diff-format.ts'
import { printed } from './diff-print.ts'
import { diffWords } from './diff-words.ts'

const papersFolder = 'pairs'
const indexName = 'index.ndjson'

/** Endings of the papers' names where the format is no ending. */
const extensions: Partial<Record<DiffFormat, string>> = { text: 'txt', amendment: 'txt' }

interface FolderRun {
  terminal: Terminal
  /** Where papers go; none without it. */
  output: string | undefined
  format: DiffFormat
  profile: string | undefined
  exact: boolean
}

/** Compares a pair and writes its paper. A pair that cannot be compared keeps its row, with the reason. */
async function comparePair(
  run: FolderRun,
  sides: FolderIndex['sides'],
  pair: Pairing,
  number: number,
): Promise<IndexRow> {
  const { terminal, output, format, profile, exact } = run
  const old = sides.old.documents[pair.old] as SideDocument
  const other = sides.new.documents[pair.new] as SideDocument
  const row = pairRow(old, other, pair.likeness)
  if (old.sha256 === other.sha256) return { status: 'unchanged', ...row }
  try {
    const [a, b] = [await documentResult(sides.old, old), await documentResult(sides.new, other)]
    const comparison = compare(a, b, { tokenizer: await tokenizer(), ...(exact ? {} : { folding: everyForm }) })
    const status = hasChanges(comparison) ? 'changed' : 'unchanged'
    const found: IndexRow = { status, ...row, summary: comparison.summary }
    if (output === undefined || status === 'unchanged') return found
    const stem = `${String(number).padStart(4, '0')}-${safeName(other.title)}`
    const paper = `${papersFolder}/${stem}.${extensions[format] ?? format}`
    const contents = await printed(
      { terminal, format, options: { output: join(output, paper), profile } },
      comparison,
      { path: old.path, result: a },
      { path: other.path, result: b },
    )
    if (contents === undefined) return found
    writeWhole(join(output, paper), [contents])
    return { ...found, paper }
  } catch (error) {
    return { status: 'broken', ...row, message: faultLine(other.path, error, terminal.locale) }
  }
}

/** Takes away the papers that the index of an earlier run names: their pairs may have other numbers now. */
async function removePapers(output: string): Promise<void> {
  const index = await readFile(join(output, indexName), 'utf8').catch(() => '')
  for (const line of index.split('\n')) {
    const paper = /"paper":("(?:[^"\\]|\\.)*")/u.exec(line)?.[1]
    if (paper === undefined) continue
    const name = normalize(JSON.parse(paper) as string)
    if (dirname(name) === papersFolder) await rm(join(output, name), { force: true })
  }
}

async function writeIndex(run: FolderRun, index: FolderIndex): Promise<void> {
  const { terminal, output } = run
  const { locale } = terminal
  if (output === undefined) {
    await terminal.write(run.format === 'json' ? indexNdjson(index) : indexText(index, locale))
    return
  }
  writeWhole(join(output, indexName), [indexNdjson(index)])
  writeWhole(join(output, 'index.csv'), [indexCsv(index, locale)])
  writeWhole(join(output, 'index.html'), [indexHtml(index, locale)])
  terminal.tell(say(words.counts, locale, indexCounts(index)))
  terminal.tell(say(diffWords.written, locale, { file: join(output, 'index.html') }))
}

/** As `diff` has it: 0 no change, 1 changes or documents without a partner, 2 where something could not be compared. */
function statusOf(index: FolderIndex): number {
  const { failed = 0, empty = 0, broken = 0, changed = 0, added = 0, deleted = 0 } = indexCounts(index)
  if (failed + empty + broken > 0) return failedStatus
  return changed + added + deleted > 0 ? 1 : 0
}

async function compareSides(
  run: FolderRun,
  dirs: FolderIndex['dirs'],
  sides: { old: Side; new: Side },
): Promise<number> {
  const bare = (['old', 'new'] as const).filter((side) => {
    const { documents, failures, empty } = sides[side]
    return documents.length + failures.length + empty.length === 0
  })
  for (const side of bare) run.terminal.tell(say(words.noDocuments, run.terminal.locale, { dir: oneLine(dirs[side]) }))
  const pairings = pairUp(sides.old.documents, sides.new.documents)
  const rows: IndexRow[] = []
  if (run.output !== undefined) {
    await removePapers(run.output)
    makeFolder(join(run.output, papersFolder))
  }
  for (const [i, pair] of pairings.entries()) {
    run.terminal.progress(`${i + 1}/${pairings.length}`)
    rows.push(await comparePair(run, sides, pair, i + 1))
  }
  run.terminal.progress('')
  const index = { dirs, sides, rows: [...rows, ...aloneRows(sides.old, sides.new, pairings)] }
  await writeIndex(run, index)
  return bare.length === 2 ? failedStatus : statusOf(index)
}

/** `kyoyaku diff --batch`: the documents of two folders, paired and compared, with an index of all of them. */
export async function compareFolders(
  terminal: Terminal,
  operands: readonly string[],
  values: CommandLine['values'],
): Promise<number> {
  const { locale } = terminal
  const [oldDir, newDir, ...more] = operands
  if (oldDir === undefined || newDir === undefined || more.length > 0) {
    terminal.tell(`kyoyaku: ${say(words.twoFolders, locale)}`)
    return failedStatus
  }
  const { output } = values
  const asked = isDiffFormat(values.format) ? values.format : undefined
  if (output === undefined && asked !== undefined && asked !== 'text' && asked !== 'json') {
    terminal.tell(`kyoyaku: ${say(words.needsOutput, locale, { format: asked })}`)
    return failedStatus
  }
  const signal = interruption()
  const reading = { terminal, limits: limitsOf(values), engine: values.engine, signal }
  let place = oldDir
  const passing = output === undefined ? await mkdtemp(join(tmpdir(), 'kyoyaku-diff-')) : undefined
  try {
    if (output !== undefined) {
      place = output
      makeFolder(output)
      place = oldDir
    }
    const read = passing ?? join(output ?? '', 'read')
    const dirs = { old: await realpath(oldDir), new: '' }
    const old = await readSide(dirs.old, join(read, 'old'), reading)
    place = newDir
    dirs.new = await realpath(newDir)
    const other = await readSide(dirs.new, join(read, 'new'), reading)
    if (signal.aborted) {
      terminal.tell(say(words.interrupted, locale))
      return interruptedStatus
    }
    place = output ?? place
    const format = asked ?? (output === undefined ? 'text' : 'html')
    return await compareSides(
      { terminal, output, format, profile: values.profile, exact: values.exact !== undefined },
      dirs,
      { old, new: other },
    )
  } catch (error) {
    return runFault(terminal, { dir: place }, error)
  } finally {
    if (passing !== undefined) await rm(passing, { recursive: true, force: true })
  }
}
