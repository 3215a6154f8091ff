import { extname } from 'node:path'

/** text: for reading. json: the comparison as data. amendment: 改め文. The others are papers. */
export const diffFormats = ['text', 'json', 'html', 'docx', 'xlsx', 'md', 'amendment'] as const
export type DiffFormat = (typeof diffFormats)[number]

export const isDiffFormat = (value: string | undefined): value is DiffFormat =>
  diffFormats.some((format) => format === value)

/** What a terminal cannot show. */
export const isBinary = (format: DiffFormat): boolean => format === 'docx' || format === 'xlsx'

/** The format that was asked for; by default what the name of the output says, else text. */
export function chosenDiffFormat(asked: string | undefined, output: string | undefined): DiffFormat {
  if (isDiffFormat(asked)) return asked
  const extension = output === undefined ? '' : extname(output).slice(1).toLowerCase()
  if (isDiffFormat(extension)) return extension
  return extension === 'htm' ? 'html' : 'text'
}
