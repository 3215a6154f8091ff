import { parse } from '@kyoyaku/core'
import { linePlaces } from '../line-places.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { eachSource } from './each-source.ts'

const summary: Words = {
  ja: '{files} 文書: エラー {error}、警告 {warning}、情報 {info}',
  en: '{files} documents: {error} errors, {warning} warnings, {info} notes',
}

/** `kyoyaku check`: a line a diagnostic, in the order of the document, as linters print them. */
export async function checkFiles(terminal: Terminal, paths: readonly string[]): Promise<number> {
  const counts = { error: 0, warning: 0, info: 0 }
  let files = 0
  const status = await eachSource(terminal, paths, async (source, path) => {
    const { diagnostics } = await parse(source, { locale: terminal.locale, tokenizer })
    files++
    const placeOf = linePlaces(source.text)
    const found = diagnostics.map((diagnostic) => ({ diagnostic, offset: diagnostic.at?.span?.[0] ?? 0 }))
    found.sort((a, b) => a.offset - b.offset)
    let text = ''
    for (const { diagnostic, offset } of found) {
      counts[diagnostic.severity]++
      const { line, column } = placeOf(offset)
      text += `${path}:${line}:${column}: ${diagnostic.severity}: ${diagnostic.message.replace(/\s+/gu, ' ')} [${diagnostic.code}]\n`
    }
    if (text !== '') await terminal.write(text)
  })
  terminal.tell(say(summary, terminal.locale, { files, ...counts }))
  return status || (counts.error > 0 ? 1 : 0)
}
