import { extname } from 'node:path'

/** text: for reading. json: the comparison as data. amendment: 改め文. The others are papers. */
export const diffFormats = ['text', 'json', 'html', 'docx', 'xlsx', 'md', 'amendment'] as const
export type DiffFormat = (typeof diffFormats)[number]

export const isDiffFormat = (value: string | undefined): value is DiffFormat =>
  diffFormats.some((format) => format === value)

/** What a terminal cannot show. */
export const isBinary = (format: DiffFormat): boolean => format === 'docx' || format === 'xlsx'

/** Endings of the names of files, and what is in them. */
const endings: Readonly<Record<string, DiffFormat>> = {
  txt: 'text',
  text: 'text',
  json: 'json',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  xlsx: 'xlsx',
  md: 'md',
  markdown: 'md',
}

/** The ending of a name, without its point; what follows a point in 変更.第2版 or 変更.2026 is none. */
function endingOf(output: string | undefined): string | undefined {
  const ending = output === undefined ? '' : extname(output).slice(1).toLowerCase()
  return /^[a-z][a-z0-9]*$/u.test(ending) ? ending : undefined
}

const formatOfEnding = (ending: string | undefined): DiffFormat | undefined =>
  ending !== undefined && Object.hasOwn(endings, ending) ? endings[ending] : undefined

/**
 * The ending of an output that nothing here writes, or one whose programs could not open what is to be written; nothing where
 * the name is right. `only` is the one format that the command has.
 */
export function wrongEnding(
  output: string | undefined,
  asked: string | undefined,
  only?: DiffFormat,
): string | undefined {
  const ending = endingOf(output)
  const named = formatOfEnding(ending)
  const format = isDiffFormat(asked) ? asked : only
  if (named === undefined) return isDiffFormat(asked) ? undefined : ending
  const other = format !== undefined && format !== named && (only !== undefined || isBinary(format) || isBinary(named))
  return other ? ending : undefined
}

/** The format that was asked for; by default what the name of the output says, else text. */
export function chosenDiffFormat(asked: string | undefined, output: string | undefined): DiffFormat {
  if (isDiffFormat(asked)) return asked
  return formatOfEnding(endingOf(output)) ?? 'text'
}
