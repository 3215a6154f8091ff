export { type Exported, type ExportFormat, exportFormats, exportTables } from './export-folder.ts'
export { type TableShape, tableShapes } from './rows.ts'
export { TooManyRowsError } from './write/writer.ts'
