import type { Agreement } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { initiativeLists } from './initiatives.ts'
import { articleLines } from './provisions.ts'
import { field, heading, type View } from './view.ts'
import { words } from './words.ts'

/** Guidelines have sections and no articles: 第5. */
const hasSections = (law: string): boolean => /(?:要綱|要領|指針)$/u.test(law)

/** 第252条の2第1項, from the parts of a legal basis. */
function provision({ law, article, paragraph, item }: Agreement['legalBasis'][number]): string {
  const [head, ...branches] = article.split('_')
  const number = `第${head}${hasSections(law) ? '' : '条'}${branches.map((branch) => `の${branch}`).join('')}`
  return number + (paragraph === undefined ? '' : `第${paragraph}項`) + (item === undefined ? '' : `第${item}号`)
}

export function agreementText(view: View, agreement: Agreement): string[] {
  const w = (name: keyof typeof words): string => say(words[name], view.locale)
  const { region, concludedOn } = agreement
  const status = agreement.type === 'agreement' ? ` · ${w(agreement.status)}` : ''
  return [
    ...heading(view, agreement.title, w(agreement.type) + status),
    ...agreement.parties.flatMap((party, i) =>
      field(
        view,
        i === 0 ? w('parties') : '',
        `${party.symbol}  ${party.name}${party.placeholder ? `  [${w('placeholder')}]` : ''}`,
      ),
    ),
    ...field(view, w('region'), region?.name ?? region?.symbol),
    ...field(view, w('members'), region?.members?.join('、')),
    ...agreement.legalBasis.flatMap((basis, i) =>
      field(
        view,
        i === 0 ? w('basis') : '',
        basis.law + (basis.lawNumber ? `（${basis.lawNumber}）` : '') + provision(basis),
      ),
    ),
    ...field(view, w('date'), concludedOn && `${concludedOn.edtf}  ${concludedOn.text}`),
    ...(agreement.signatories ?? []).flatMap((signatory, i) =>
      field(
        view,
        i === 0 ? w('signatories') : '',
        [signatory.symbol, signatory.organization, signatory.office, signatory.name].filter(Boolean).join('  '),
      ),
    ),
    ...articleLines(view, w('articles'), agreement.articles),
    ...articleLines(view, w('supplementary'), agreement.supplementary ?? []),
    ...initiativeLists(view, agreement.appendedTables, agreement.initiatives ?? []),
  ]
}
