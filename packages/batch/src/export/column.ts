/** What a column holds, and how each format writes it. Integers stay below 2^53. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean'

export interface Column {
  name: string
  type: ColumnType
  /** What the value means, with its unit. */
  about: string
}

export type Value = string | number | boolean | undefined
export type Row = Readonly<Record<string, Value>>

export const text = (name: string, about: string): Column => ({ name, type: 'text', about })
export const integer = (name: string, about: string): Column => ({ name, type: 'integer', about })
export const number = (name: string, about: string): Column => ({ name, type: 'number', about })
export const boolean = (name: string, about: string): Column => ({ name, type: 'boolean', about })
