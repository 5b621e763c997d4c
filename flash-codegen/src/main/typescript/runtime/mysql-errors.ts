import * as errors from './errors.ts'
import { targetOf, type SchemaNames } from './names.ts'

/** What is in quotes in a message: `\`a\`` or `'a'`. */
function quoted(message: string, quote: string): string[] {
  return message.split(quote).filter((_, i) => i % 2 === 1)
}

function duplicate(message: string, sql: string | undefined, names: SchemaNames): errors.Place {
  const table = targetOf(sql)
  const start = message.lastIndexOf(" for key '")
  const key = start < 0 ? undefined : message.slice(start + " for key '".length, message.lastIndexOf("'"))
  if (key === undefined) {
    return names.place(table, undefined, [])
  }
  if (table !== undefined && key.startsWith(`${table}.`)) {
    return names.place(table, key.slice(table.length + 1), [])
  }
  const dot = key.indexOf('.')
  return dot < 0 ? names.place(table, key, []) : names.place(key.slice(0, dot), key.slice(dot + 1), [])
}

function foreignKey(message: string, sql: string | undefined, names: SchemaNames): errors.Place {
  const all = quoted(message, '`')
  if (all.length < 3) {
    return names.place(targetOf(sql), undefined, [])
  }
  const listed = /FOREIGN KEY \(([^)]*)\)/.exec(message)?.[1] ?? ''
  return names.place(all[1], all[2], quoted(listed, '`'))
}

function check(message: string, sql: string | undefined, names: SchemaNames): errors.Place {
  const byMysql = quoted(message, "'")[0]
  const all = quoted(message, '`')
  if (byMysql !== undefined || all.length === 0) {
    return names.place(targetOf(sql), byMysql, [])
  }
  return names.place(all[all.length - 1], all[0], [])
}

/** By the server's error numbers. */
export function translate(thrown: unknown, sql: string | undefined, names: SchemaNames): errors.FlashError {
  if (thrown instanceof errors.FlashError) {
    return thrown
  }
  const message = errors.messageOf(thrown)
  const { errno, code, sqlState, fatal } = thrown as { errno?: unknown; code?: unknown; sqlState?: unknown; fatal?: unknown }
  switch (errno) {
    case 1062:
    case 1586:
      return new errors.UniqueViolation(duplicate(message, sql, names), thrown)
    case 1451:
    case 1452:
    case 1216:
    case 1217:
      return new errors.ForeignKeyViolation(foreignKey(message, sql, names), thrown)
    case 1048:
    case 1364: {
      const column = quoted(message, "'")[0]
      return new errors.NotNullViolation(names.place(targetOf(sql), undefined, column === undefined ? [] : [column]), thrown)
    }
    case 3819:
    case 4025:
      return new errors.CheckViolation(check(message, sql, names), thrown)
    case 1213:
    case 1020:
    case 3101:
      return new errors.SerializationConflict(thrown)
    case 1205:
    case 3572:
      return new errors.Timeout(`A lock was not to be had in time: ${message}`, thrown)
    case 3024:
    case 1969:
    case 1317:
      return new errors.Timeout(`The database stopped the statement: ${message}`, thrown)
    case 1044:
    case 1045:
    case 1698:
      return new errors.ConnectionFailure(`The server refuses the log-in; check user, password and database. ${message}`, thrown)
    case 1049:
      return new errors.ConnectionFailure(`There is no such database. ${message}`, thrown)
    case 1040:
    case 1203:
      return new errors.ConnectionFailure(`The server has no connection left. ${message}`, thrown)
    case 1053:
    case 1927:
    case 4031:
      return new errors.ConnectionFailure(`The connection failed: ${message}`, thrown)
  }
  if (typeof sqlState === 'string' && sqlState.startsWith('40')) {
    return new errors.SerializationConflict(thrown)
  }
  const isLost = fatal === true || (typeof code === 'string' && (code.startsWith('PROTOCOL_') || code.startsWith('ECONN') || code === 'ENOTFOUND' || code === 'EPIPE'))
  if (isLost || (message.includes('closed state') && errno === undefined)) {
    return new errors.ConnectionFailure(`The connection failed: ${message}`, thrown)
  }
  return new errors.StatementFailure(sql, thrown)
}
