import type { Outline } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { initiativeLists } from './initiatives.ts'
import { articleLines } from './provisions.ts'
import { field, heading, part, type View } from './view.ts'
import { words } from './words.ts'

export function outlineText(view: View, outline: Outline): string[] {
  const w = (name: keyof typeof words): string => say(words[name], view.locale)
  const { statuteExcerpts } = outline
  return [
    ...heading(view, outline.title, `${w('outline')} · ${w(outline.status)}`),
    ...articleLines(view, w('articles'), outline.articles),
    ...initiativeLists(view, [], outline.initiatives),
    ...(statuteExcerpts.length > 0 ? part(w('statutes'), statuteExcerpts.length) : []),
    ...statuteExcerpts.flatMap(({ law, article, caption, paragraphs }) => [
      `  ${oneLine(`${law} ${article} ${caption ? `（${caption}）` : ''}`)}`,
      ...paragraphs.flatMap((paragraph) => field(view, String(paragraph.number), paragraph.text, 4)),
    ]),
  ]
}
