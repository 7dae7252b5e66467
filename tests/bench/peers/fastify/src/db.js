// db.js - the named statements, prepared; a pool of connections; the lists of
// the master tables, read at most once a minute.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPool } from 'mysql2/promise'

const env = process.env

export const generated = (name) =>
  JSON.parse(readFileSync(join(env.GENERATED, name), 'utf8'))

// :name becomes ?, and the names are kept in their order; what stands in quotes
// stays.
function forDriver(text) {
  const names = []
  const sql = text.replace(/'(?:[^']|'')*'|:([a-z_]+)/g, (all, name) => {
    if (name === undefined) return all
    names.push(name)
    return '?'
  })
  return { sql, names }
}

const statements = Object.fromEntries(Object.entries(generated('statements.json'))
  .map(([name, text]) => [name, forDriver(text)]))

const pool = createPool({
  socketPath: env.DB_SOCKET,
  user: env.DB_USER,
  password: env.DB_PASSWORD,
  database: env.DB_NAME,
  charset: 'utf8mb4',
  timezone: 'Z',
  dateStrings: ['DATE'],
  connectionLimit: 10,
  maxPreparedStatements: 1000
})
pool.pool.on('connection', (connection) => {
  connection.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES," +
    "ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'," +
    " time_zone = '+00:00', tx_isolation = 'READ-COMMITTED'")
})

export async function fetchRows(request, name, args) {
  const { sql, names } = statements[name]
  request.statements++
  const [rows] = await pool.execute(sql, names.map((n) => args[n]))
  return rows
}

// The time as it is stored.
export const stored = (at) => at.toISOString().replace('T', ' ').slice(0, -1)

const kept = new Map()

// [{ value, label }] of a list that is the same for everybody.
export async function options(request, name) {
  const found = kept.get(name)
  if (found && performance.now() < found.until) return found.rows
  const rows = await fetchRows(request, name, { now: stored(new Date()) })
  kept.set(name, { rows, until: performance.now() + 60000 })
  return rows
}
