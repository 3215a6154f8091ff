import { parseArgs } from 'node:util'
import { profileNames } from '@kyoyaku/report/profiles'
import { diffFormats } from './commands/diff-format.ts'
import { engines } from './engine.ts'
import type { Words } from './locale.ts'
import { outputFormats } from './output-format.ts'
import { tableFormats } from './table-format.ts'

/** Standard input, as a file name on the command line and in messages. */
export const standardInput = '-'

interface OptionSpec {
  short?: string
  /** Name of its value in help; without one the option is a switch. */
  value?: string
  choices?: readonly string[]
  /** Its value is a number above zero, up to this one. */
  number?: { most: number; whole?: true }
}

/** More processes than any machine has CPUs. */
const mostJobs = 1000
/** Timers of Node end at 2^31 milliseconds, which are 24 days. */
const mostSeconds = 1_000_000
/** A terabyte. */
const mostMegabytes = 1_000_000

export const options = {
  format: { short: 'f', value: 'FORMAT', choices: outputFormats },
  output: { short: 'o', value: 'DIR' },
  jobs: { short: 'j', value: 'N', number: { most: mostJobs, whole: true } },
  timeout: { value: 'SECONDS', number: { most: mostSeconds } },
  memory: { value: 'MB', number: { most: mostMegabytes } },
  queue: { value: 'URL' },
  'retry-failed': {},
  json: {},
  'until-empty': {},
  to: { value: 'FORMAT', choices: ['xlsx', 'csv', 'parquet', 'sqlite'] },
  profile: { value: 'NAME', choices: profileNames },
  template: {},
  batch: {},
  exact: {},
  'no-color': {},
  engine: { value: 'ENGINE', choices: engines },
  ocr: { value: 'XML' },
  locale: { value: 'ja|en', choices: ['ja', 'en'] },
  help: { short: 'h' },
  version: { short: 'V' },
} as const satisfies Record<string, OptionSpec>
export type OptionName = keyof typeof options

interface CommandSpec {
  operands: string
  minimum: number
  maximum: number
  options: readonly OptionName[]
  /** What an option can be here, where that is not what it can be elsewhere. */
  choices?: Partial<Record<OptionName, readonly string[]>>
  /** Name of an option's value here, where that is not its name elsewhere. */
  values?: Partial<Record<OptionName, string>>
}

export const commands = {
  parse: {
    operands: 'FILE...',
    minimum: 1,
    maximum: Infinity,
    options: ['format', 'output', 'engine', 'ocr', 'locale', 'help'],
  },
  check: { operands: 'FILE...', minimum: 1, maximum: Infinity, options: ['engine', 'locale', 'help'] },
  tables: {
    operands: 'FILE',
    minimum: 1,
    maximum: 1,
    options: ['format', 'engine', 'locale', 'help'],
    choices: { format: tableFormats },
  },
  diff: {
    operands: 'OLD [NEW]',
    minimum: 1,
    maximum: Infinity,
    options: [
      'format',
      'profile',
      'output',
      'template',
      'batch',
      'exact',
      'jobs',
      'timeout',
      'memory',
      'no-color',
      'engine',
      'locale',
      'help',
    ],
    choices: { format: diffFormats },
    values: { output: 'FILE' },
  },
  amend: {
    operands: 'BASE AMENDMENT',
    minimum: 2,
    maximum: 2,
    options: ['output', 'engine', 'locale', 'help'],
    values: { output: 'FILE' },
  },
  batch: {
    operands: 'PATH...',
    minimum: 1,
    maximum: Infinity,
    options: [
      'output',
      'jobs',
      'timeout',
      'memory',
      'queue',
      'retry-failed',
      'json',
      'engine',
      'ocr',
      'locale',
      'help',
    ],
    values: { ocr: 'DIR' },
  },
  work: {
    operands: '',
    minimum: 0,
    maximum: 0,
    options: ['queue', 'jobs', 'timeout', 'memory', 'until-empty', 'json', 'engine', 'locale', 'help'],
  },
  queue: {
    operands: 'status|retry|drain',
    minimum: 1,
    maximum: 1,
    options: ['queue', 'engine', 'json', 'locale', 'help'],
  },
  export: { operands: 'DIR', minimum: 1, maximum: 1, options: ['to', 'output', 'locale', 'help'] },
  schema: { operands: '[NAME]', minimum: 0, maximum: 1, options: ['locale', 'help'] },
} as const satisfies Record<string, CommandSpec>
export type CommandName = keyof typeof commands

/** Options that stand without a command. */
export const rootOptions: readonly OptionName[] = ['locale', 'help', 'version']

export interface CommandLine {
  command: CommandName | undefined
  operands: string[]
  values: Partial<Record<OptionName, string>>
}

const faults = {
  unknownOption: { ja: '{name} というオプションはありません', en: 'unknown option {name}' },
  unknownCommand: { ja: '{name} というコマンドはありません', en: 'unknown command {name}' },
  valueMissing: { ja: '{name} に値を指定してください', en: '{name} needs a value' },
  valueExtra: { ja: '{name} に値は指定できません', en: '{name} takes no value' },
  valueWrong: {
    ja: '{name} に {value} は使えません（{choices} のいずれか）',
    en: '{name} cannot be {value}; it is one of {choices}',
  },
  valueNoNumber: {
    ja: '{name} には 0 より大きく {most} 以下の数を指定してください（{value}）',
    en: '{name} takes a number above zero, up to {most}, not {value}',
  },
  valueNoWhole: {
    ja: '{name} には 1 から {most} までの整数を指定してください（{value}）',
    en: '{name} takes a whole number from 1 to {most}, not {value}',
  },
  inputTwice: {
    ja: '標準入力（-）は一度だけ指定できます',
    en: 'standard input (-) can be named once',
  },
  operandEmpty: { ja: '空の引数があります', en: 'one argument is empty' },
  operandMissing: { ja: '{name} を指定してください', en: '{name} is missing' },
  operandExtra: { ja: '引数が多すぎます: {name}', en: 'one argument too many: {name}' },
} as const satisfies Record<string, Words>

/** What is wrong with a command line, in words and with what they are about. */
export interface UsageFault {
  words: Words
  data: Record<string, unknown>
  command?: CommandName | undefined
  /** A name that is none, and those that there are. */
  unknown?: { name: string; names: readonly string[] }
}

/** What is wrong with the value of an option; nothing where it can be that. */
function valueFault(
  { value, number, choices: usual }: OptionSpec,
  given: string | undefined,
  own: readonly string[] | undefined,
): Omit<UsageFault, 'command'> | undefined {
  const choices = own ?? usual
  if (value === undefined) return given === undefined ? undefined : { words: faults.valueExtra, data: {} }
  if (given === undefined || given === '') return { words: faults.valueMissing, data: {} }
  if (choices && !choices.includes(given)) return { words: faults.valueWrong, data: { choices: choices.join(', ') } }
  if (!number) return undefined
  const n = Number(given)
  if (n > 0 && n <= number.most && (!number.whole || Number.isInteger(n))) return undefined
  return { words: number.whole ? faults.valueNoWhole : faults.valueNoNumber, data: { most: number.most } }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
const isOption = (name: string): name is OptionName => Object.hasOwn(options, name)

/** Reads a command line: a command, its operands and options in any order; after `--` everything is an operand. */
export function readCommandLine(args: readonly string[]): CommandLine | UsageFault {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries<OptionSpec>(options).map(([name, { short, value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short ? { short } : {}) } as const,
      ]),
    ),
  })
  const values: CommandLine['values'] = {}
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const [name, ...operands] = words
  if (name !== undefined && !isCommand(name))
    return { words: faults.unknownCommand, data: { name }, unknown: { name, names: Object.keys(commands) } }
  const spec: CommandSpec | undefined = name === undefined ? undefined : commands[name]
  const known = spec?.options ?? rootOptions
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const data = { name: token.rawName, value: token.value }
    const option = isOption(token.name) ? token.name : undefined
    if (option === undefined || !known.includes(option))
      return { words: faults.unknownOption, data, command: name, unknown: { name: token.name, names: known } }
    const fault = valueFault(options[option], token.value, spec?.choices?.[option])
    if (fault) return { ...fault, data: { ...data, ...fault.data }, command: name }
    values[option] = token.value ?? ''
  }
  if (spec && values.help === undefined) {
    const { operands: names, minimum, maximum } = spec
    // What a shell makes of a variable that is not set; as a path it would be the folder at hand.
    if (operands.includes('')) return { words: faults.operandEmpty, data: {}, command: name }
    if (operands.indexOf(standardInput) !== operands.lastIndexOf(standardInput))
      return { words: faults.inputTwice, data: {}, command: name }
    if (operands.length < minimum) return { words: faults.operandMissing, data: { name: names }, command: name }
    // What was recognised elsewhere is of one file, unless it is a folder of it.
    const most = values.ocr === undefined || name === 'batch' ? maximum : 1
    if (operands.length > most) return { words: faults.operandExtra, data: { name: operands.at(-1) }, command: name }
  }
  return { command: name, operands, values }
}
