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
  diff: {
    ja: '二つの版、又は見え消しの文書一つを比べます（変更があれば終了コード 1）',
    en: 'compare two versions, or read one redline (exit status 1 where something changed)',
  },
  amend: {
    ja: '改め文を元の文書に適用した結果を示します（できない改正があれば終了コード 1）',
    en: 'print what an amendment makes of the document that it amends (exit status 1 where it cannot be carried out)',
  },
  batch: {
    ja: 'フォルダー・ファイル・ZIP の文書をまとめて読み取ります（-o DIR に結果。続きから再開できます。- はパスの一覧を標準入力から）',
    en: 'read folders, files and ZIP archives of documents into -o DIR; run again, it goes on where it stopped (- is a list of paths)',
  },
  work: {
    ja: 'PostgreSQL のキューから文書を取って読み取ります（--queue URL）',
    en: 'read documents of a queue on PostgreSQL (--queue URL), on any machine',
  },
  queue: {
    ja: 'キューの状態を示し、失敗したものを戻し、待っているものを取り消します',
    en: 'show a queue, put what failed back into it, or take what waits off it',
  },
  export: {
    ja: 'batch の結果を --to の形式の表にします（文書・当事者・条・取組・役割・事業・参加・事業費・指標ほか）',
    en: 'write the results of a batch as tables --to FORMAT: documents, parties, articles, projects, budgets and others',
  },
  schema: {
    ja: '出力の JSON Schema を示します（型の名前を省くと parse の出力全体）',
    en: 'print the JSON Schema of a type (without a name: of all that parse prints)',
  },
}

const optionWords: Record<OptionName, Words> = {
  format: {
    ja: 'json・ndjson・text のいずれか（複数のファイルを json で標準出力に出すと ndjson になります）',
    en: 'json, ndjson or text (several files as json on standard output become ndjson)',
  },
  output: { ja: '入力ファイルごとに一つの結果を DIR に書きます', en: 'write one result a file into DIR' },
  jobs: { ja: '同時に読み取る文書の数（省略時は CPU の数）', en: 'documents read at the same time (default: CPUs)' },
  timeout: {
    ja: '1文書の制限時間（画像は1ページごと。秒。省略時は 600）',
    en: 'seconds that a document may take, or a page of a scan (default: 600)',
  },
  memory: {
    ja: '1文書のメモリー上限（MB。省略時は 2048、少ない機械ではその分）',
    en: 'memory that a document may take, in MB (default: 2048, less on a small machine)',
  },
  queue: {
    ja: 'PostgreSQL のキュー（postgres://…。省略時は環境変数 KYOYAKU_QUEUE）',
    en: 'a queue on PostgreSQL (postgres://…; default: KYOYAKU_QUEUE of the environment)',
  },
  'retry-failed': { ja: '前に失敗した文書も読み取り直します', en: 'try again what failed in earlier runs' },
  json: { ja: '経過を1行1件の JSON で標準出力に出します', en: 'print what happens as JSON, an event a line' },
  'until-empty': { ja: 'キューが空になったら終わります', en: 'end when the queue is empty' },
  to: { ja: 'xlsx・csv・parquet・sqlite のいずれか（必須）', en: 'xlsx, csv, parquet or sqlite (needed)' },
  profile: {
    ja: '新旧対照表の様式: 国・省令・岩手県・愛媛県・武蔵野市・黒滝村（省略時は国）',
    en: 'whose conventions a comparison table follows (default: 国)',
  },
  template: {
    ja: '最初のファイルをひな形として、当事者の違いを除いて残りと対照します',
    en: 'compare agreements with the first one, whoever their parties are',
  },
  batch: {
    ja: '二つのフォルダー（文書又は batch の結果）の文書を対にして比べ、一覧を作ります（-o DIR）',
    en: 'pair and compare the documents of two folders (of files, or results of batch), with an index (-o DIR)',
  },
  exact: {
    ja: '全角・半角、空白、、と，、異体字、元号と西暦など書き方だけの違いも変更に数えます',
    en: 'count differences of writing (width, spaces, 、 and ，, forms of kanji, calendars) as changes too',
  },
  'no-color': { ja: '色を付けません（NO_COLOR も同じ）', en: 'no colours (as NO_COLOR does)' },
  engine: {
    ja: '画像の文字を読む auto・tesseract.js・tesseract のいずれか（省略時は auto: tesseract があれば tesseract）',
    en: 'who reads the characters of images: auto, tesseract.js or tesseract (default: auto, the best installed)',
  },
  ocr: {
    ja: '画像の文字を、ほかのソフトが認識した結果（ALTO・hOCR・PAGE XML・NDLOCR）から取ります。罫線と○は画像から読みます',
    en: 'take the characters of the image from what another program recognised (ALTO, hOCR, PAGE XML, NDLOCR); rules and marks are read from the image',
  },
  locale: {
    ja: 'メッセージの言語（省略時は LC_ALL・LC_MESSAGES・LANG）',
    en: 'language of messages (default: LC_ALL, LC_MESSAGES, LANG)',
  },
  help: { ja: '使い方を示します', en: 'show help' },
  version: { ja: '版を示します', en: 'show the version' },
}

/** Options that mean something else in one command. */
const ownOptionWords: Partial<Record<CommandName, Partial<Record<OptionName, Words>>>> = {
  batch: {
    ocr: {
      ja: 'DIR（フォルダーか ZIP）の中の、文書と同じ名前の XML・hOCR から画像の文字を取ります（文書.xml・文書.pdf.xml・文書.alto.xml など）',
      en: 'take the characters of images from the XML and hOCR in DIR (a folder or ZIP) that bear the names of the documents',
    },
    output: { ja: '結果のフォルダー（必須）', en: 'the folder of the results (needed)' },
    queue: {
      ja: '読み取りを PostgreSQL のキューに回します（postgres://…）',
      en: 'have the documents read over a queue on PostgreSQL (postgres://…)',
    },
  },
  queue: {
    json: { ja: '結果を JSON で出力します', en: 'print the answer as JSON' },
    engine: {
      ja: 'batch と work に指定したものと同じもの（キューの版が分かれます）',
      en: 'what batch and work were given: each engine has jobs of its own',
    },
  },
  export: { output: { ja: '書き出す先（省略時は DIR/export）', en: 'where to write (default: DIR/export)' } },
  diff: {
    format: {
      ja: 'text・json・html・docx・xlsx・md・amendment（改め文）のいずれか（省略時は -o の拡張子、なければ text）',
      en: 'text, json, html, docx, xlsx, md or amendment (default: what the extension of -o says, else text)',
    },
    output: { ja: 'FILE（--batch ではフォルダー）に書きます', en: 'write to FILE (with --batch: into a folder)' },
  },
  amend: { output: { ja: 'FILE に書きます', en: 'write to FILE' } },
  tables: { format: { ja: 'json・csv・html のいずれか（省略時は json）', en: 'json, csv or html (default: json)' } },
}

function table(title: Words, rows: readonly (readonly [string, Words])[], locale: Locale): string {
  const names = Math.max(...rows.map(([name]) => width(name)))
  const lines = rows.map(([name, words]) => `  ${left(name, names)}  ${say(words, locale)}\n`)
  return `\n${say(title, locale)}:\n${lines.join('')}`
}

const optionRow = (name: OptionName, command?: CommandName): [string, Words] => {
  const spec: { short?: string; value?: string } = options[name]
  const own = command === undefined ? undefined : commands[command]
  const names: Partial<Record<OptionName, string>> = own && 'values' in own ? own.values : {}
  const value = names[name] ?? spec.value
  const short = spec.short ? `-${spec.short}, ` : '    '
  return [
    `${short}--${name}${value ? ` <${value}>` : ''}`,
    (command && ownOptionWords[command]?.[name]) ?? optionWords[name],
  ]
}

/** How to use the command, or one of its commands. */
export function helpText(command: CommandName | undefined, locale: Locale): string {
  const usage = (rest: string): string => `${say(titles.usage, locale)}: kyoyaku ${rest}\n\n`
  if (command !== undefined) {
    const spec = commands[command]
    return (
      usage(`${command} [options] ${spec.operands}`.trimEnd()) +
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
