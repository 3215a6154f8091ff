import { type CommandName, commands, type OptionName, options, rootOptions } from './command-line.ts'
import { type Locale, say, type Words } from './locale.ts'
import { left, width } from './text/columns.ts'

const titles = {
  usage: { ja: '使い方', en: 'Usage' },
  commands: { ja: 'コマンド', en: 'Commands' },
  options: { ja: 'オプション', en: 'Options' },
} as const satisfies Record<string, Words>

const about: Words = {
  ja: '連携協約・定住自立圏形成協定・条例と圏域ビジョンの文書を、項目に分けたデータとして読み取ります。\n文書が外部に送られることはありません。',
  en: 'Reads agreements between Japanese municipalities, ordinances and regional visions into typed data.\nNo document leaves this machine.',
}

const commandWords: Record<CommandName, Words> = {
  parse: {
    ja: '文書を読み取って出力します（端末では読みやすい形、それ以外は JSON。- は標準入力）',
    en: 'read documents and print what they hold (text on a terminal, JSON otherwise; - is standard input)',
  },
  check: {
    ja: '文書の合わないところを「ファイル:行:桁」の形で示します（エラーがあれば終了コード 1）',
    en: 'print what does not add up as FILE:LINE:COLUMN (exit status 1 where there are errors)',
  },
  tables: {
    ja: '文書の表をすべて出力します（セルの結合と位置も含みます）',
    en: 'print every table of a document, with spans and places of its cells',
  },
  schema: {
    ja: '出力の JSON Schema を示します（型の名前を省くと parse の出力全体）',
    en: 'print the JSON Schema of a type (without a name: of all that parse prints)',
  },
}

const optionWords: Record<OptionName, Words> = {
  format: {
    ja: 'json・ndjson・text のいずれか（複数の文書を json で標準出力に出すと ndjson になります）',
    en: 'json, ndjson or text (several documents as json on standard output become ndjson)',
  },
  output: { ja: '文書ごとに一つのファイルを DIR に書きます', en: 'write one file a document into DIR' },
  locale: {
    ja: 'メッセージの言語（省略時は LC_ALL・LC_MESSAGES・LANG）',
    en: 'language of messages (default: LC_ALL, LC_MESSAGES, LANG)',
  },
  help: { ja: '使い方を示します', en: 'show help' },
  version: { ja: '版を示します', en: 'show the version' },
}

/** Options that mean something else in one command. */
const ownOptionWords: Partial<Record<CommandName, Partial<Record<OptionName, Words>>>> = {
  tables: { format: { ja: 'json・csv・html のいずれか（省略時は json）', en: 'json, csv or html (default: json)' } },
}

function table(title: Words, rows: readonly (readonly [string, Words])[], locale: Locale): string {
  const names = Math.max(...rows.map(([name]) => width(name)))
  const lines = rows.map(([name, words]) => `  ${left(name, names)}  ${say(words, locale)}\n`)
  return `\n${say(title, locale)}:\n${lines.join('')}`
}

const optionRow = (name: OptionName, command?: CommandName): [string, Words] => {
  const spec: { short?: string; value?: string } = options[name]
  const short = spec.short ? `-${spec.short}, ` : '    '
  return [
    `${short}--${name}${spec.value ? ` <${spec.value}>` : ''}`,
    (command && ownOptionWords[command]?.[name]) ?? optionWords[name],
  ]
}

/** How to use the command, or one of its commands. */
export function helpText(command: CommandName | undefined, locale: Locale): string {
  const usage = (rest: string): string => `${say(titles.usage, locale)}: kyoyaku ${rest}\n\n`
  if (command !== undefined) {
    const spec = commands[command]
    return (
      usage(`${command} [options] ${spec.operands}`) +
      `${say(commandWords[command], locale)}\n` +
      table(
        titles.options,
        spec.options.map((name) => optionRow(name, command)),
        locale,
      )
    )
  }
  const rows = Object.entries(commands).map(
    ([name, spec]) => [`${name} ${spec.operands}`, commandWords[name as CommandName]] as const,
  )
  return (
    usage('COMMAND [options]') +
    `${say(about, locale)}\n` +
    table(titles.commands, rows, locale) +
    table(
      titles.options,
      rootOptions.map((name) => optionRow(name)),
      locale,
    )
  )
}
