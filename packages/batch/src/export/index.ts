export { type Exported, type ExportFormat, exportFormats, exportTables } from './export-folder.ts'
export { type TableShape, tableShapes } from './rows.ts'
export { csvField } from './write/csv.ts'
export { TooManyRowsError } from './write/writer.ts'
