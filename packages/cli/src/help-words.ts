import type { Locale, Words } from './locale.ts'

export const helpWords = {
  kyoyaku: {
    ja: '連携協約・定住自立圏形成協定・条例と圏域ビジョンの文書を、項目に分けたデータとして読み取ります。\n文書が外部に送られることはありません。',
    en: 'Reads agreements between Japanese municipalities, ordinances and regional visions into typed data.\nNo document leaves this machine.',
  },
  parse: {
    ja: '文書を読み取って出力します（端末では読みやすい形、それ以外は JSON）',
    en: 'read documents and print what they hold (text on a terminal, JSON otherwise)',
  },
  check: {
    ja: '文書の合わないところを「ファイル:行:桁」の形で示します（エラーがあれば終了コード 1）',
    en: 'print what does not add up as FILE:LINE:COLUMN (exit status 1 where there are errors)',
  },
  schema: { ja: '出力の JSON Schema を示します', en: 'print the JSON Schema of what parse prints' },
  files: { ja: '読み取る文書（- は標準入力）', en: 'documents to read (- is standard input)' },
  schemaName: {
    ja: '型の名前（省略時は parse の出力全体）',
    en: 'name of a type (default: the whole output of parse)',
  },
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
  helpCommand: { ja: 'コマンドの使い方を示します', en: 'show help for a command' },
  version: { ja: '版を示します', en: 'show the version' },
} as const satisfies Record<string, Words>

const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
}

export const translateTitle = (title: string, locale: Locale): string =>
  locale === 'ja' ? (titles[title] ?? title) : title

/** What commander says of a wrong command line, with our words; $1 and $2 are the names in it. */
const errors: readonly [RegExp, string][] = [
  [/^unknown option '(.+?)'/u, "'$1' というオプションはありません"],
  [/^unknown command '(.+?)'/u, "'$1' というコマンドはありません"],
  [/^missing required argument '(.+?)'/u, '$1 を指定してください'],
  [/^too many arguments.*/u, '引数が多すぎます'],
  [/^option '(.+?)' argument missing/u, '$1 に値を指定してください'],
  [
    /^option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\.$/u,
    "$1 に '$2' は使えません（$3 のいずれか）",
  ],
]

/** One line, whatever suggestions follow it. */
export function translateError(text: string, locale: Locale): string {
  const english = text
    .replace(/^error: /u, '')
    .trim()
    .replace(/\s*\n\s*/gu, ' ')
  if (locale === 'en') return `kyoyaku: ${english}`
  const known = errors.find(([pattern]) => pattern.test(english.split(' (Did you mean')[0] ?? ''))
  return `kyoyaku: ${known ? (english.split(' (Did you mean')[0] ?? '').replace(...known) : english}`
}
