// The peer PouchDB: its server on LevelDB, in a folder and on a port that it is given. Says where it listens.

import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// All three are CommonJS, and the server's part belongs to Express 4.
const require = createRequire(import.meta.url)
const express = require('express')
const PouchDB = require('pouchdb')
const expressPouch = require('express-pouchdb')

const [folder, port] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const Kept = PouchDB.defaults({ prefix: join(folder, '/') })
const app = express()
app.use('/', expressPouch(Kept, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') }))
app.listen(Number(port), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${port}`))
