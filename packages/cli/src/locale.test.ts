import { expect, test } from 'vitest'
import { localeAsked, localeOf } from './locale.ts'

test.each([
  [{}, 'en'],
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ja_JP' }, 'ja'],
  [{ LANG: 'jam_JM' }, 'en'],
  [{ LANG: '', LC_ALL: 'ja' }, 'ja'],
])('the environment %j asks for %s', (environment, locale) => expect(localeOf(environment)).toBe(locale))

test.each([
  [['parse', '--locale', 'ja'], 'ja'],
  [['--locale=en', 'parse'], 'en'],
  [['parse', '--', '--locale=ja'], undefined],
  [['parse', '--locale', 'fr'], undefined],
])('%j asks for %s', (args, locale) => expect(localeAsked(args)).toBe(locale))
