import { enableCompileCache } from 'node:module'

// Before anything else is loaded: stripping types and compiling costs more than most documents do.
enableCompileCache()
const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
