import { type Diagnostic, parse, type Source } from '@kyoyaku/core'
import type { Engine } from '../engine.ts'
import { linePlaces } from '../line-places.ts'
import { say, type Words } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { eachSource } from './each-source.ts'

const summary: Words = {
  ja: '{files} 文書: エラー {error}、警告 {warning}、情報 {info}',
  en: '{files} documents: {error} errors, {warning} warnings, {info} notes',
}

/** file:line:column of a text, file#page=n (as browsers and viewers take it) of anything else. */
function placesOf(source: Source): (path: string, diagnostic: Diagnostic) => string {
  const placeOf = linePlaces(source.text)
  return (path, { at }) => {
    if (source.info.format !== 'text') return at?.page === undefined ? path : `${path}#page=${at.page}`
    const { line, column } = placeOf(at?.span?.[0] ?? 0)
    return `${path}:${line}:${column}`
  }
}

/** `kyoyaku check`: a line a diagnostic, in the order of the document, as linters print them. */
export async function checkFiles(
  terminal: Terminal,
  paths: readonly string[],
  engine: Engine | undefined,
): Promise<number> {
  const counts = { error: 0, warning: 0, info: 0 }
  let files = 0
  const print = async (source: Source, path: string): Promise<boolean> => {
    const { diagnostics } = await parse(source, { locale: terminal.locale, tokenizer })
    files++
    const placeIn = placesOf(source)
    const found = diagnostics.map((diagnostic) => ({ diagnostic, offset: diagnostic.at?.span?.[0] ?? 0 }))
    found.sort((a, b) => a.offset - b.offset)
    let text = ''
    for (const { diagnostic } of found) {
      counts[diagnostic.severity]++
      text += `${placeIn(oneLine(path), diagnostic)}: ${diagnostic.severity}: ${diagnostic.message.replace(/\s+/gu, ' ')} [${diagnostic.code}]\n`
    }
    if (text !== '') await terminal.write(text)
    return true
  }
  const status = await eachSource(terminal, paths, print, engine)
  terminal.tell(say(summary, terminal.locale, { files, ...counts }))
  return status || (counts.error > 0 ? 1 : 0)
}
