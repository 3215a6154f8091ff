import type { Agreement, Article, Item, TableSection } from '@kyoyaku/core'
import { type AgreementModel, type AgreementStyle, symbolsOf } from '../model/agreement-model.ts'
import { printDate } from '../vocabulary/dates.ts'
import { numeral } from '../vocabulary/numerals.ts'
import { type Block, gap, type Manuscript, pageEnd, paragraph } from './manuscript.ts'
import { roleBlocks } from './role-blocks.ts'

function itemBlocks(items: readonly Item[], depth: number): Block[] {
  return items.flatMap((item) => {
    const [text = '', ...body] = item.text.split('\n')
    return [
      paragraph(`${item.title}　${text}`, { indent: depth, hang: depth + 1 }),
      ...body.map((b) => paragraph(b, { indent: depth + 2, hang: depth + 1 })),
      ...itemBlocks(item.items ?? [], depth + 1),
    ]
  })
}

function articleBlocks(article: Article, style: AgreementStyle): Block[] {
  const inline = style.captions === 'inline' && article.caption !== undefined
  const heading = inline ? `${article.title}（${article.caption}）` : article.title
  return [
    ...(article.caption === undefined || inline ? [] : [paragraph(`（${article.caption}）`, { indent: 1, hang: 1 })]),
    ...article.paragraphs.flatMap((p) => [
      paragraph(`${p.number === 1 ? heading : p.title}　${p.text}`, { hang: 1 }),
      ...itemBlocks(p.items ?? [], 1),
    ]),
  ]
}

function coverBlocks(agreement: Agreement, model: AgreementModel): Block[] {
  return [
    gap(6),
    paragraph(agreement.title, { place: 'center' }),
    gap(6),
    ...(model.day ? [paragraph(printDate(model.day, model.style.dates), { place: 'center' }), gap(4)] : []),
    ...model.style.parties.map((p) => paragraph(p.name, { place: 'center' })),
    pageEnd,
  ]
}

function signatureBlocks(agreement: Agreement): Block[] {
  return (agreement.signatories ?? []).flatMap((s) => [
    gap(),
    paragraph(`${s.symbol ? `${s.symbol}　` : ''}${s.address}`, { indent: 4 }),
    paragraph(s.organization, { indent: 6 }),
    paragraph(`${s.office}${s.name ? `　　${s.name}` : ''}`, { indent: 6 }),
  ])
}

function documentBlocks(agreement: Agreement, model: AgreementModel, first: boolean): Block[] {
  const { style } = model
  const draft = agreement.status === 'draft' && first ? '（案）' : ''
  return [
    ...(first && style.cover ? coverBlocks(agreement, model) : []),
    paragraph(`${agreement.title}${draft}`, { place: 'center', heading: 1 }),
    gap(),
    ...(agreement.preamble ? [paragraph(agreement.preamble, { indent: 1 }), gap()] : []),
    ...agreement.articles.flatMap((a) => articleBlocks(a, style)),
    ...(agreement.closing ? [gap(), paragraph(agreement.closing, { indent: 1 })] : []),
    ...(first && model.day && !(style.cover && !agreement.closing)
      ? [gap(), paragraph(printDate(model.day, style.dates), { indent: 2 })]
      : []),
    ...signatureBlocks(agreement),
    ...(agreement.supplementary ?? []).flatMap((s) => [
      gap(),
      paragraph('附　則', { indent: 3 }),
      ...s.paragraphs.map((p) => paragraph(p.text, { indent: 1 })),
    ]),
    ...agreement.appendedTables.flatMap((t) => [
      pageEnd,
      paragraph(`${t.title}（第${t.relatesTo.map((n) => numeral(Number(n), style.numerals)).join('、')}条関係）`, {
        heading: 2,
      }),
      gap(),
      ...sectionBlocks(t.sections, style),
    ]),
  ]
}

const sectionBlocks = (sections: readonly TableSection[], style: AgreementStyle): Block[] =>
  roleBlocks(sections, style, symbolsOf(style.parties))

/** What the documents of an agreement's file look like. */
export function agreementManuscript(model: AgreementModel): Manuscript {
  return {
    blocks: model.truth.flatMap((agreement, i) => [
      ...(i > 0 ? [pageEnd] : []),
      ...documentBlocks(agreement, model, i === 0),
    ]),
    runningHeader: model.truth[0]?.title ?? '',
  }
}
