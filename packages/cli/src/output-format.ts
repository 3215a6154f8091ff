/** json: one object, indented. ndjson: an object a line. text: for reading. */
export const outputFormats = ['json', 'ndjson', 'text'] as const
export type OutputFormat = (typeof outputFormats)[number]

export const extensions: Readonly<Record<OutputFormat, string>> = { json: '.json', ndjson: '.ndjson', text: '.txt' }

/**
 * What is printed where nothing was asked for: text for a person at a terminal, JSON for a program.
 * Several results in one stream are a line each, as no JSON text holds two objects.
 */
export function chosenFormat(
  asked: OutputFormat | undefined,
  to: { folder: boolean; interactive: boolean; files: number },
): OutputFormat {
  const format = asked ?? (to.interactive && !to.folder ? 'text' : 'json')
  return format === 'json' && to.files > 1 && !to.folder ? 'ndjson' : format
}

export const isOutputFormat = (value: string | undefined): value is OutputFormat =>
  outputFormats.some((format) => format === value)
