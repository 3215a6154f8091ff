import { expect, test } from 'vitest'
import type { FailureReason } from '../schema/outcome.ts'
import { type Attempt, retryOf } from './retry.ts'

const decide = (reason: FailureReason, more: Partial<Attempt> = {}) =>
  retryOf({ fault: { reason, message: '' }, attempts: 1, alone: false, timeLimitSeconds: 10, jobs: 2, ...more })

test.each([
  ['memory', {}, { delay: 0, alone: true }],
  ['memory', { alone: true }, undefined],
  ['memory', { jobs: 1 }, undefined],
  ['time-out', { cpuSeconds: 4 }, { delay: 0, alone: true }],
  ['time-out', { cpuSeconds: 9.9 }, undefined],
  ['time-out', {}, { delay: 0, alone: true }],
  ['time-out', { alone: true }, undefined],
  ['time-out', { cpuSeconds: 4, jobs: 1 }, { delay: 0, alone: true }],
  ['lost', {}, { delay: 1000, alone: false }],
  ['lost', { attempts: 2 }, { delay: 4000, alone: false }],
  ['lost', { attempts: 3 }, undefined],
  ['input', {}, { delay: 1000, alone: false }],
  ['crash', {}, undefined],
  ['damaged', {}, undefined],
  ['failed', {}, undefined],
] as const)('after %s %j: %j', (reason, more, expected) => expect(decide(reason, more)).toEqual(expected))
