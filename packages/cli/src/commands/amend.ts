import { type Amendment, readAmendment } from '@kyoyaku/core'
import { applyAmendment } from '@kyoyaku/diff'
import type { Engine } from '../engine.ts'
import { failedStatus } from '../exit-status.ts'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import type { Terminal } from '../terminal.ts'
import { amendmentFaults } from './amendment-faults.ts'
import { wrongEnding } from './diff-format.ts'
import { agreementIn, tellOf, type Version, versionsOf } from './diff-inputs.ts'
import { deliver } from './diff-output.ts'
import { diffWords } from './diff-words.ts'

async function amendmentIn({ result, source }: Version): Promise<Amendment | undefined> {
  const found = result.documents.find((d): d is Amendment => d.type === 'amendment' && d.operations.length > 0)
  if (found) return found
  const { amendment } = await readAmendment(source.text)
  return amendment.operations.length > 0 ? amendment : undefined
}

/** So many headings of chapters and the like are named, each by so many characters. */
const mostNames = 5
const longestName = 20

/**
 * `kyoyaku amend`: the text that an amendment makes of its base. 0 all of it was carried out, 1 some of it could not be (each has its line),
 * 2 trouble.
 */
export async function amendFile(
  terminal: Terminal,
  paths: readonly string[],
  output: string | undefined,
  engine: Engine | undefined,
): Promise<number> {
  const ending = wrongEnding(output, undefined, 'text')
  if (output !== undefined && ending !== undefined) {
    terminal.tell(`kyoyaku: ${say(diffWords.textEnding, terminal.locale, { file: output, ending })}`)
    return failedStatus
  }
  const [base, change] = (await versionsOf(terminal, paths, engine)) ?? []
  if (!base || !change) return failedStatus
  const agreement = agreementIn(base)
  const amendment = await amendmentIn(change)
  if (!agreement) tellOf(terminal, base.path, diffWords.noAgreement)
  if (!amendment) tellOf(terminal, change.path, diffWords.noAmendment)
  if (!agreement || !amendment) return failedStatus
  const outside = (agreement.sections ?? []).map((s) => oneLine(s.title ?? s.text).slice(0, longestName))
  if (outside.length > 0) {
    const names = [...outside.slice(0, mostNames), ...(outside.length > mostNames ? ['…'] : [])]
    tellOf(terminal, base.path, diffWords.leftOut, { names: names.join('、') })
  }
  const { text, faults } = applyAmendment(agreement, amendment)
  for (const { operation, reason, text: sentence } of faults)
    terminal.tell(
      say(diffWords.notApplied, terminal.locale, {
        number: operation + 1,
        reason: terminal.locale === 'ja' ? amendmentFaults[reason] : reason,
        text: sentence.replace(/\s+/gu, ' '),
      }),
    )
  if (!(await deliver(terminal, paths, output, text))) return failedStatus
  return faults.length > 0 ? 1 : 0
}
