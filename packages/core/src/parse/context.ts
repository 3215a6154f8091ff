import { type MessageData, message, severityOf } from '../check/messages.ts'
import { confidenceOf, type Evidence } from '../evidence/corrections.ts'
import { runsInText } from '../layout/runs-in-text.ts'
import { placeIn } from '../read/place.ts'
import type { Source } from '../read/source.ts'
import type { At, Furniture } from '../schema/at.ts'
import type { Diagnostic, DiagnosticCode } from '../schema/diagnostic.ts'
import { clean } from '../text/clean.ts'
import type { Text } from '../text/text.ts'
import type { Tokenizer } from '../text/tokenizer.ts'

/** A string and where it was read. */
export interface Leaf {
  text: string
  at: At
}

/**
 * What the grammars of one parse share. A character of the source belongs to whoever takes it; what nobody took is
 * reported at the end, and a test checks that nothing is taken twice.
 */
export interface Context {
  readonly source: Source
  /** How often each UTF-16 unit of the source text was taken. */
  readonly taken: Uint8Array
  readonly diagnostics: Diagnostic[]
  readonly furniture: Furniture[]
  readonly locale: 'ja' | 'en'
  /** What is known of recognised characters; absent where none were recognised. */
  readonly evidence?: Evidence
  /** Loaded on first use: it costs most of a second. */
  readonly tokenizer: () => Promise<Tokenizer>
}

/** Where a text stands, without taking it. */
export function locate(context: Context, text: Text): At {
  const runs = runsInText(context.source, text)
  const confidence = context.evidence && confidenceOf(context.evidence, text)
  const at = { ...placeIn(context.source, text), ...(confidence === undefined ? {} : { confidence }) }
  return runs.length > 0 ? { ...at, runs } : at
}

/** Takes the characters of a text for a field of the result; returns where they stand. */
export function take(context: Context, text: Text): At {
  const { offsets } = text
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] as number
    if (offset >= 0) context.taken[offset] = (context.taken[offset] ?? 0) + 1
  }
  const at = locate(context, text)
  // Struck text is in no value, but the run that holds it is part of the result.
  for (const { mark, span } of at.runs ?? []) if (mark === 'deleted') context.taken.fill(1, ...span)
  return at
}

/** Takes a text and returns it as printed in results, with its place. */
export function leaf(context: Context, text: Text): Leaf {
  const value = clean(text)
  return { text: value.value, at: take(context, value) }
}

/** Takes a text with the brackets or marks that set it apart (`whole`); returns the text as printed in results. */
export function leafIn(context: Context, text: Text, whole: Text): Leaf {
  return { text: clean(text).value, at: take(context, clean(whole)) }
}

/** Takes a printed label of the form (取組内容, 甲の役割, 事務事業名) or other furniture, which no field holds. */
export function furnish(context: Context, kind: Furniture['kind'], text: Text): void {
  const read = leaf(context, text)
  if (read.text !== '') context.furniture.push({ text: read.text, kind, at: read.at })
}

/** The one way by which a document's faults are said. */
export function report(context: Context, code: DiagnosticCode, data: MessageData, at?: At): void {
  context.diagnostics.push({
    code,
    severity: severityOf(code),
    message: message(code, data, context.locale),
    ...(at ? { at } : {}),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  })
}
