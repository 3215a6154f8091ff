#!/usr/bin/env node
// Plain JavaScript, so that the cache is on before the first type is stripped: a third of the time that starting takes.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('../src/main.ts')
