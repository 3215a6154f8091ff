import type { Edit } from '@kyoyaku/diff'
import { type Locale, say } from '../locale.ts'
import { editPieces, type Look, type Paint, type Piece, paintedLines, visible } from './diff-paint.ts'
import { diffWords } from './diff-words.ts'

export interface Writer {
  locale: Locale
  columns: number
  paint: Paint
}

type Status = 'added' | 'deleted' | 'changed'
export const signs: Readonly<Record<Status, string>> = { added: '+', deleted: '-', changed: '~' }
const silent: readonly string[] = ['unchanged', 'not-in-excerpt']
export const isChange = <T extends { status: string }>(unit: T): unit is T & { status: Status } =>
  !silent.includes(unit.status)

/** Words of the command in the language of its reader. */
export const word = ({ locale }: Writer, name: keyof typeof diffWords, data: Record<string, unknown> = {}): string =>
  say(diffWords[name], locale, data)

/** A unit's first line: + name, - name, ~ old → new. */
export function unitLines(writer: Writer, status: Status, from: string, to: string, note = ''): string[] {
  const name = status === 'added' ? to : status === 'deleted' ? from : from === to ? to : `${from} → ${to}`
  const pieces: Piece[] = [
    { text: `${signs[status]} ${visible(name)}`, look: status },
    ...(note === '' ? [] : [{ text: `  ${note}`, look: 'soft' as Look }]),
  ]
  return paintedLines(pieces, writer.columns, 0, writer.paint)
}

/** A labelled text with its differences. */
export function editLines(writer: Writer, label: string, edits: readonly Edit[], margin = 4): string[] {
  const head: Piece[] = label === '' ? [] : [{ text: `${visible(label)}　`, look: 'soft' }]
  return paintedLines([...head, ...editPieces(edits, writer.paint)], writer.columns, margin, writer.paint)
}
