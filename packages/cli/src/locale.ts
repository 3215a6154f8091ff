export type Locale = 'ja' | 'en'

/** A sentence in each language; {members} are filled in. */
export type Words = Readonly<Record<Locale, string>>

const isLocale = (value: string | undefined): value is Locale => value === 'ja' || value === 'en'

/** The language that the environment asks for, in the order that POSIX gives. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  const set = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^ja(?:[_.@-]|$)/iu.test(set) ? 'ja' : 'en'
}

/** Help and errors of the command line itself need the language before the options are parsed. */
export function localeAsked(args: readonly string[]): Locale | undefined {
  for (const [i, arg] of args.entries()) {
    if (arg === '--') return undefined
    const value =
      arg === '--locale' ? args[i + 1] : arg.startsWith('--locale=') ? arg.slice('--locale='.length) : undefined
    if (isLocale(value)) return value
  }
  return undefined
}

export function say(words: Words, locale: Locale, data: Readonly<Record<string, unknown>> = {}): string {
  return words[locale].replace(/\{(\w+)\}/gu, (_, name: string) => String(data[name] ?? ''))
}
