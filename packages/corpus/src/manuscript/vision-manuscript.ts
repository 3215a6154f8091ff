import type { Project, Vision } from '@kyoyaku/core'
import type { VisionModel, VisionStyle } from '../model/vision-model.ts'
import { type LabelForm, label } from '../vocabulary/numerals.ts'
import { gridBlocks } from './grid-block.ts'
import { type Block, gap, type Manuscript, pageEnd, paragraph } from './manuscript.ts'
import { regionList } from './region-list.ts'
import { sheetBlock } from './sheet-block.ts'

function coverBlocks(vision: Vision, style: VisionStyle): Block[] {
  const { term, revision } = vision
  const bare = term === undefined ? vision.title : vision.title.slice(`第${term}期`.length)
  const line = (text: string): Block[] => [paragraph(text, { place: 'center' }), gap()]
  return [
    ...(revision.label && revision.excerpt ? line(`（${revision.label}）`) : []),
    ...(revision.excerpt ? line('※変更箇所のみ抜粋') : []),
    ...(term === undefined ? [] : line(`第${term}期`)),
    paragraph(bare, { place: 'center', heading: 1 }),
    gap(),
    ...(revision.label && !revision.excerpt ? line(`（${revision.label}）`) : []),
    ...line(style.subtitle),
    ...line(style.dateText),
    ...line(vision.issuer ?? ''),
    pageEnd,
  ]
}

/** Headings where the pillar or the initiative changes, and the sheets under them. */
function sheetBlocks(vision: Vision, style: VisionStyle): Block[] {
  const blocks: Block[] = []
  const pillars: string[] = []
  let last: Project | undefined
  let n = 0
  for (const project of vision.projects) {
    if (project.pillar !== last?.pillar && project.pillar !== undefined) {
      pillars.push(project.pillar)
      n = 0
      blocks.push(paragraph(`${label(style.pillarForm, pillars.length)}　${project.pillar}`, { heading: 2 }), gap())
    }
    if (project.initiative !== last?.initiative) {
      n++
      const mark =
        style.initiativeForm === '【連携協約の取組】'
          ? `${style.initiativeForm} `
          : `${label(style.initiativeForm as LabelForm, n)}　`
      blocks.push(paragraph(`${mark}${project.initiative}`, { heading: 3 }), gap())
      const { description } = vision.initiatives?.find((i) => i.title === project.initiative) ?? {}
      if (description) blocks.push(paragraph(description, { indent: 1 }), gap())
    }
    blocks.push(sheetBlock(project, style), gap())
    last = project
  }
  return blocks
}

/** What a vision looks like: cover, table of participants, sheets by pillar and initiative, and what regions do together. */
export function visionManuscript({ truth, style }: VisionModel): Manuscript {
  return {
    blocks: truth.flatMap((vision) => [
      ...coverBlocks(vision, style),
      ...(style.region && vision.indicators
        ? [
            paragraph(style.region.list.title, { heading: 2 }),
            gap(),
            regionList(vision.indicators, style.region.list, style.region.years),
            gap(),
          ]
        : []),
      paragraph('具体的な取組'),
      gap(),
      ...gridBlocks(vision, style.grid).flatMap((t, i) => [
        ...(style.grid.split ? [paragraph(`表${i + 1}`)] : []),
        t,
        gap(),
      ]),
      pageEnd,
      ...(style.note ? [paragraph(style.note), gap()] : []),
      ...sheetBlocks(vision, style),
      ...(vision.interRegionProjects
        ? [
            paragraph('【参考】圏域間連携事業', { heading: 2 }),
            gap(),
            ...vision.interRegionProjects.flatMap((p) => [sheetBlock(p, style), gap()]),
          ]
        : []),
    ]),
    runningHeader: truth[0]?.title ?? '',
  }
}
