export type FactKind = 'clause' | 'role-row' | 'mark' | 'grid-row' | 'budget-cell' | 'indicator' | 'sheet' | 'head'

/** One thing that a document says: the same key on both sides is the same thing, the value is what must agree. */
export interface Fact {
  kind: FactKind
  key: string
  value: string
  /** Names by which a diagnostic may speak of it: the project, the initiative. */
  about?: string
  /** Where it was read: a diagnostic on a part of it speaks of it. */
  spans?: readonly (readonly [number, number])[]
}

/** Layout is not content: what is compared has no white space. Nothing else is folded; width and kanji must be as printed. */
export const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, '')
