/** Writes src/db/schema.ts from the migrations: `npm run db:types`. The queue's own tables are no part of it. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { startCluster } from './support/cluster.ts'
import { makeTemplate, templateUrl } from './support/databases.ts'

const cluster = await startCluster()
await makeTemplate(cluster.url)
const options = [
  ...['--dialect', 'postgres', '--url', templateUrl(cluster.url), '--out-file', 'src/db/schema.ts', '--camel-case'],
  ...['--date-parser', 'string', '--default-schema', 'public', '--exclude-pattern', 'graphile_worker.*'],
  '--type-only-imports',
]
const { status } = spawnSync('kysely-codegen', options, { stdio: 'inherit' })
await cluster.stop()
spawnSync('biome', ['check', '--write', 'src/db/schema.ts'], { stdio: 'ignore' })
process.exit(status ?? 1)
