export { matrixPaper } from './matrix/matrix-paper.ts'
export { cellOf, printablePaper } from './paper/lines.ts'
export type {
  Block,
  Cell,
  Chart,
  Column,
  Line,
  Mark,
  Paper,
  Place,
  Row,
  Run,
  Side,
  Table,
  Tone,
} from './paper/paper.ts'
export type { Profile } from './profile/profile.ts'
export { profileNames, profileOf, profiles } from './profile/profiles.ts'
export type { Revision } from './revision.ts'
export { type PaperOptions, revisionPaper } from './revision-paper.ts'
export { docxOf } from './write/docx.ts'
export { htmlOf } from './write/html.ts'
export { markdownOf } from './write/markdown.ts'
export { xlsxOf } from './write/xlsx.ts'
