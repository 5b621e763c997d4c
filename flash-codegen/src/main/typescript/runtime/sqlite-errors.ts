import * as errors from './errors.ts'
import { targetOf, type SchemaNames } from './names.ts'

/** The names of https://www.sqlite.org/rescode.html, which `better-sqlite3` tells, by the numbers, which `node:sqlite` tells. */
const CODES: ReadonlyMap<number, string> = new Map([
  [3, 'SQLITE_PERM'],
  [5, 'SQLITE_BUSY'],
  [14, 'SQLITE_CANTOPEN'],
  [23, 'SQLITE_AUTH'],
  [26, 'SQLITE_NOTADB'],
  [261, 'SQLITE_BUSY_RECOVERY'],
  [262, 'SQLITE_LOCKED_SHAREDCACHE'],
  [275, 'SQLITE_CONSTRAINT_CHECK'],
  [517, 'SQLITE_BUSY_SNAPSHOT'],
  [526, 'SQLITE_CANTOPEN_ISDIR'],
  [773, 'SQLITE_BUSY_TIMEOUT'],
  [787, 'SQLITE_CONSTRAINT_FOREIGNKEY'],
  [1299, 'SQLITE_CONSTRAINT_NOTNULL'],
  [1555, 'SQLITE_CONSTRAINT_PRIMARYKEY'],
  [2067, 'SQLITE_CONSTRAINT_UNIQUE'],
  [2579, 'SQLITE_CONSTRAINT_ROWID'],
])

function codeOf(thrown: unknown): string | undefined {
  const { code, errcode } = (thrown ?? {}) as { code?: unknown; errcode?: unknown }
  return code === 'ERR_SQLITE_ERROR' ? CODES.get(Number(errcode)) : typeof code === 'string' ? code : undefined
}

/** The error of a call, of what the driver threw. */
export function translate(thrown: unknown, sql: string | undefined, names: SchemaNames): errors.FlashError {
  if (thrown instanceof errors.FlashError) {
    return thrown
  }
  const message = errors.messageOf(thrown)
  const place = (): errors.Place => names.place(targetOf(sql), undefined, [])
  switch (codeOf(thrown)) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return new errors.UniqueViolation(keyPlace(message, sql, names), thrown)
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new errors.ForeignKeyViolation(place(), thrown)
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return new errors.NotNullViolation(keyPlace(message, sql, names), thrown)
    case 'SQLITE_CONSTRAINT_CHECK':
      return new errors.CheckViolation(names.place(targetOf(sql), failed(message), []), thrown)
    case 'SQLITE_BUSY_SNAPSHOT':
    case 'SQLITE_LOCKED_SHAREDCACHE':
      return new errors.SerializationConflict(thrown)
    case 'SQLITE_BUSY':
    case 'SQLITE_BUSY_RECOVERY':
    case 'SQLITE_BUSY_TIMEOUT':
      return new errors.Timeout(`Another program kept the SQLite database locked longer than busy_timeout. ${message}`, thrown)
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_CANTOPEN_ISDIR':
    case 'SQLITE_NOTADB':
    case 'SQLITE_AUTH':
    case 'SQLITE_PERM':
      return new errors.ConnectionFailure(`The file cannot be opened. ${message}`, thrown)
    case 'ERR_OUT_OF_RANGE':
      return new errors.ValueOutOfRange(message)
    default:
      if (message.includes('busy executing a query')) {
        return new errors.InvalidArguments('A stream of this transaction is still being read, and better-sqlite3 takes no change meanwhile.')
      }
      return message.includes('is not open')
        ? new errors.ConnectionFailure('The client is disconnected.', thrown)
        : new errors.StatementFailure(sql, thrown)
  }
}

/** What follows `… constraint failed: `. */
function failed(message: string): string | undefined {
  const marker = 'constraint failed: '
  const start = message.indexOf(marker)
  return start < 0 ? undefined : message.slice(start + marker.length)
}

function keyPlace(message: string, sql: string | undefined, names: SchemaNames): errors.Place {
  const what = failed(message)
  if (what === undefined) {
    return names.place(targetOf(sql), undefined, [])
  }
  const index = /^index '(.*)'$/.exec(what)?.[1]
  if (index !== undefined) {
    return names.place(targetOf(sql), index, [])
  }
  let table = targetOf(sql)
  const columns = what.split(', ').map((name) => {
    const dot = name.lastIndexOf('.')
    table = dot > 0 ? name.slice(0, dot) : table
    return name.slice(dot + 1)
  })
  return names.place(table, undefined, columns)
}
