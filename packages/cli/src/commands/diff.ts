import {
  type CompareOptions,
  type Comparison,
  compare,
  compareRedline,
  compareTemplates,
  everyForm,
  hasChanges,
  hasRedline,
  isUnrelated,
  oldVersion,
} from '@kyoyaku/diff'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { say } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { chosenDiffFormat, type DiffFormat, isBinary, wrongEnding } from './diff-format.ts'
import { agreementIn, tellOf, type Version, versionsOf } from './diff-inputs.ts'
import { matrixText } from './diff-matrix.ts'
import { beforeRedline, versionsIn } from './diff-one-file.ts'
import { deliver } from './diff-output.ts'
import { painter } from './diff-paint.ts'
import { type DiffOptions, type DiffRequest, printed } from './diff-print.ts'
import { diffWords } from './diff-words.ts'

/** As `diff` has it: 0 no change, 1 changes, 2 trouble. */
const statusOf = (changed: boolean): number => (changed ? 1 : 0)

/** The dictionary of words costs most of a second: it is loaded where there is something to tell apart. */
async function settingsFor([first, ...others]: readonly Version[], exact = false): Promise<CompareOptions> {
  const same = others.every(({ result }) => result.source.sha256 === first?.result.source.sha256)
  return same ? {} : { tokenizer: await tokenizer(), ...(exact ? {} : { folding: everyForm }) }
}

/** Files with documents in them, or undefined where there are some without: each of those has its line. */
async function comparableVersions(
  { terminal, options }: DiffRequest,
  paths: readonly string[],
): Promise<Version[] | undefined> {
  const versions = await versionsOf(terminal, paths, options.engine)
  const empty = versions?.filter(({ result }) => result.documents.length === 0) ?? []
  for (const { path } of empty) tellOf(terminal, path, diffWords.noDocument)
  return empty.length > 0 ? undefined : versions
}

async function compareTwo(request: DiffRequest, paths: readonly string[]): Promise<number> {
  const versions = await comparableVersions(request, paths)
  const [old, other] = versions ?? []
  if (!versions || !old || !other) return failedStatus
  return tellChanges(
    request,
    compare(old.result, other.result, await settingsFor(versions, request.options.exact)),
    old,
    other,
  )
}

/** One file that is both versions: 見え消し, a 新旧対照表, two versions one after the other. */
async function compareOne(request: DiffRequest, path: string): Promise<number> {
  const { terminal, options } = request
  const [version] = (await versionsOf(terminal, [path], options.engine)) ?? []
  if (!version) return failedStatus
  const before = await beforeRedline(terminal, version)
  if (!before && !hasRedline(version.result)) {
    const pair = await versionsIn(terminal, version)
    if (pair === 'told') return failedStatus
    if (pair)
      return tellChanges(
        request,
        compare(pair[0].result, pair[1].result, await settingsFor(pair, options.exact)),
        ...pair,
      )
    tellOf(terminal, path, diffWords.noRedline)
    return failedStatus
  }
  const old = before ?? { ...version, result: oldVersion(version.result) }
  return tellChanges(
    request,
    compareRedline(version.result, { tokenizer: await tokenizer() }, old.result),
    old,
    version,
  )
}

async function tellChanges(
  request: DiffRequest,
  comparison: Comparison,
  old: Version,
  other: Version,
): Promise<number> {
  const { terminal, options } = request
  if (request.format !== 'text' && isUnrelated(comparison))
    terminal.tell(`kyoyaku: ${say(diffWords.unrelated, terminal.locale)}`)
  const contents = await printed(request, comparison, old, other)
  if (contents === undefined || !(await deliver(terminal, [old.path, other.path], options.output, contents)))
    return failedStatus
  return statusOf(hasChanges(comparison))
}

const matrixFormats: readonly DiffFormat[] = ['text', 'json', 'html', 'docx', 'xlsx', 'md']

async function compareMany(request: DiffRequest, paths: readonly string[]): Promise<number> {
  const { terminal, format, options } = request
  if (!matrixFormats.includes(format)) {
    terminal.tell(`kyoyaku: ${say(diffWords.templateFormat, terminal.locale, { formats: matrixFormats.join(', ') })}`)
    return failedStatus
  }
  const versions = await versionsOf(terminal, paths, options.engine)
  if (!versions) return failedStatus
  const empty = versions.filter((version) => !agreementIn(version))
  for (const { path } of empty) tellOf(terminal, path, diffWords.noAgreement)
  if (empty.length > 0) return failedStatus
  const matrix = compareTemplates(
    versions.map(({ result }) => result),
    await settingsFor(versions, options.exact),
  )
  const write = async (): Promise<string | Uint8Array> => {
    if (format === 'json') return `${JSON.stringify(matrix, undefined, 2)}\n`
    if (format === 'text') {
      const toScreen = terminal.interactive && options.output === undefined
      return matrixText(matrix, { locale: terminal.locale, paint: painter(toScreen, options.noColor ?? false) })
    }
    const { docxOf, htmlOf, markdownOf, matrixPaper, xlsxOf } = await import('@kyoyaku/report')
    const paper = matrixPaper(matrix, { locale: terminal.locale })
    if (format === 'html') return htmlOf(paper)
    if (format === 'md') return markdownOf(paper)
    return format === 'docx' ? docxOf(paper) : xlsxOf(paper)
  }
  if (!(await deliver(terminal, paths, options.output, await write()))) return failedStatus
  return statusOf(matrix.comparisons.some(hasChanges))
}

/** `kyoyaku diff`: what changed between two versions, or between a template and the agreements made of it. */
export async function diffFiles(terminal: Terminal, paths: readonly string[], options: DiffOptions): Promise<number> {
  const format = chosenDiffFormat(options.format, options.output)
  const refuse = (words: (typeof diffWords)[keyof typeof diffWords], data = {}): number => {
    terminal.tell(`kyoyaku: ${say(words, terminal.locale, data)}`)
    return failedStatus
  }
  if (isBinary(format) && options.output === undefined && terminal.interactive)
    return refuse(diffWords.toTerminal, { format })
  const ending = wrongEnding(options.output, options.format)
  if (ending !== undefined)
    return refuse(options.format === undefined ? diffWords.wrongEnding : diffWords.otherEnding, {
      file: options.output,
      format,
      ending,
      endings: '.docx・.xlsx・.html・.md・.json・.txt',
    })
  if (options.template && paths.length < 2) return refuse(diffWords.templateFiles)
  if (!options.template && paths.length > 2) return refuse(diffWords.tooMany)
  const request: DiffRequest = { terminal, format, options }
  const [first = ''] = paths
  const compared = (): Promise<number> => {
    if (options.template) return compareMany(request, paths)
    return paths.length === 1 ? compareOne(request, first) : compareTwo(request, paths)
  }
  try {
    return await compared()
  } catch (error) {
    // A program that breaks ends with 1, which here would say that something changed.
    terminal.tell(faultLine(paths.join(' '), error, terminal.locale))
    return failedStatus
  }
}
