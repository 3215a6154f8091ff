/** Marks that look alike in print are one class; what is no mark is `text`, and nothing at all `blank`. */
export type MarkClass =
  | 'circle'
  | 'double'
  | 'disc'
  | 'triangle'
  | 'dark-triangle'
  | 'cross'
  | 'dash'
  | 'blank'
  | 'text'

const classes: Readonly<Record<string, MarkClass>> = {
  '○': 'circle',
  〇: 'circle',
  '◯': 'circle',
  '◎': 'double',
  '●': 'disc',
  '△': 'triangle',
  '▲': 'dark-triangle',
  '×': 'cross',
  '✕': 'cross',
  '－': 'dash',
  '-': 'dash',
  '—': 'dash',
  '―': 'dash',
  '−': 'dash',
  ー: 'dash',
  '‐': 'dash',
  '–': 'dash',
}

/** The class of all that stands in a cell. */
export function markClass(text: string): MarkClass {
  const bare = text.replace(/\s+/gu, '')
  return bare === '' ? 'blank' : (classes[bare] ?? 'text')
}

/** Whether a cell holds what marks are: not words, and not nothing. */
export const isMark = (kind: MarkClass): boolean => kind !== 'text' && kind !== 'blank'
