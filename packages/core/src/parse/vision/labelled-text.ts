import { concat, type Text } from '../../text/text.ts'

const mark = (value: string): Text => ({ value, offsets: new Int32Array(value.length).fill(-1) })

/** Values that no field holds behind the heading that says what they are: 実績：285人、305人. */
export const labelledText = (label: Text, values: readonly Text[]): Text =>
  concat([label, mark('：'), ...values.flatMap((value, i) => (i === 0 ? [value] : [mark('、'), value]))])
