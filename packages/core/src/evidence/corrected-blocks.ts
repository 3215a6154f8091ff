import type { Block, Cell, Line } from '../layout/block.ts'
import { blocksOf } from '../layout/blocks.ts'
import type { Source } from '../read/source.ts'
import { fold } from '../text/fold.ts'
import { trim } from '../text/text.ts'
import type { Words } from '../text/tokenizer.ts'
import { corrected, type Evidence, emptyEvidence } from './corrections.ts'
import { noteDoubts } from './doubts.ts'
import { restoreForms } from './numbers/restore-forms.ts'
import { settleTables } from './numbers/settle-tables.ts'
import { removeStrayBeforeYears } from './numbers/stray-year-heads.ts'
import { settleHeads } from './participation/settle-heads.ts'
import { settleParticipation } from './participation/settle-participation.ts'
import { correctAbsentNames } from './words/absent-names.ts'
import { cleanArticleHeads } from './words/article-heads.ts'
import { correctCrowded } from './words/crowded.ts'
import { correctDefinitionQuotes } from './words/definition-quotes.ts'
import { removeDirt } from './words/dirt.ts'
import { correctDocumentTitles } from './words/document-titles.ts'
import { correctDocumentWords } from './words/document-words.ts'
import { correctFixedWords } from './words/fixed-words.ts'
import { correctItemLists } from './words/item-lists.ts'
import { correctKanaItems } from './words/kana-items.ts'
import { correctKnownNames } from './words/known-names.ts'
import { correctLabels } from './words/labels.ts'
import { correctLetterItems } from './words/letter-items.ts'
import { correctListedNames } from './words/listed-names.ts'
import { correctNumberForms } from './words/number-form.ts'
import { correctPartySymbols } from './words/party-symbols.ts'
import { correctPlaceholders } from './words/placeholders.ts'
import { correctProvisionSequences } from './words/provision-sequence.ts'
import { correctReadings } from './words/readings.ts'
import { correctRoleParties } from './words/role-parties.ts'
import { correctRomanHeadings } from './words/roman-headings.ts'
import { correctScripts } from './words/script-context.ts'
import { correctSentenceEnds } from './words/sentence-ends.ts'
import { correctShortNames } from './words/short-names.ts'
import { correctSpeckedNumbers } from './words/specked-numbers.ts'
import { pairItemBrackets, removeStrayBrackets } from './words/stray-brackets.ts'
import { correctSubtitleWaves } from './words/subtitle-waves.ts'
import { correctSwollenNames } from './words/swollen-names.ts'

function correctedCell(cell: Cell, evidence: Evidence): Cell {
  const changed = corrected(cell.text, evidence)
  if (changed === cell.text) return cell
  const text = trim(changed)
  return {
    ...cell,
    text,
    folded: fold(text.value),
    ...(cell.lines ? { lines: cell.lines.map((line) => corrected(line, evidence)) } : {}),
  }
}

function correctedLine(line: Line, evidence: Evidence): Line {
  const changed = corrected(line.text, evidence)
  if (changed === line.text) return line
  const text = trim(changed)
  return { ...line, text, folded: fold(text.value), printed: corrected(line.printed, evidence) }
}

const correctedBlock = (block: Block, evidence: Evidence): Block =>
  block.kind === 'line'
    ? correctedLine(block, evidence)
    : { ...block, rows: block.rows.map((row) => row.map((cell) => correctedCell(cell, evidence))) }

type Pass = (evidence: Evidence, blocks: readonly Block[]) => void

/** What each kind of evidence says, in the order in which one needs what another found. */
const passes: readonly Pass[] = [
  cleanArticleHeads,
  correctSubtitleWaves,
  // Before dirt: a stroke alone may be Ⅰ.
  correctRomanHeadings,
  removeDirt,
  removeStrayBrackets,
  pairItemBrackets,
  correctSpeckedNumbers,
  correctDefinitionQuotes,
  correctPlaceholders,
  correctFixedWords,
  correctRoleParties,
  correctPartySymbols,
  correctKanaItems,
  correctLetterItems,
  correctItemLists,
  correctProvisionSequences,
  correctScripts,
  correctLabels,
  removeStrayBeforeYears,
  restoreForms,
  settleTables,
  correctNumberForms,
  correctAbsentNames,
  correctKnownNames,
  correctShortNames,
  correctSwollenNames,
  correctListedNames,
  correctDocumentTitles,
  correctDocumentWords,
  settleHeads,
  settleParticipation,
]

export interface CorrectedBlocks {
  blocks: Block[]
  /** Undefined where nothing was recognised. */
  evidence?: Evidence
}

function work(source: Source, words?: Words): CorrectedBlocks {
  const raw = blocksOf(source)
  const evidence = emptyEvidence(source)
  if (!evidence) return { blocks: raw }
  let blocks = raw
  const all = words
    ? [
        ...passes,
        ...[correctCrowded, correctSentenceEnds, correctReadings].map(
          (pass): Pass =>
            (e, b) =>
              pass(e, b, words),
        ),
        // Once more where a speck was in a label as well, and is off now.
        correctLabels,
      ]
    : passes
  for (const pass of all) {
    const before = evidence.edits.size
    pass(evidence, blocks)
    if (evidence.edits.size > before) blocks = raw.map((block) => correctedBlock(block, evidence))
  }
  noteDoubts(evidence, blocks, words)
  return { blocks, evidence }
}

const known = new WeakMap<Source, CorrectedBlocks>()
const knownInWords = new WeakMap<Source, CorrectedBlocks>()

/**
 * The lines and tables of a source with what evidence corrects in their recognised characters, with a dictionary by its words too;
 * those of a source without any are what layout made of them. Worked out once.
 */
export function correctedBlocks(source: Source, words?: Words): CorrectedBlocks {
  const kept = words ? knownInWords : known
  const blocks = kept.get(source) ?? work(source, words)
  kept.set(source, blocks)
  return blocks
}
