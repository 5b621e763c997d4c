import pg from 'pg'

/** What an expert sets: whole numbers of 64 bits stay exact, times without a zone are UTC. */
export const postgresqlTypes = new pg.TypeOverrides()
postgresqlTypes.setTypeParser(pg.types.builtins.INT8, BigInt)
postgresqlTypes.setTypeParser(pg.types.builtins.TIMESTAMP, text => new Date(text.replace(' ', 'T') + 'Z'))

/** How values travel, for those who write SQL. */
export interface Values {
  boolean(value: boolean): unknown
  time(value: Date): unknown
  /** The row of the driver with booleans and times in it. */
  row<T extends object>(this: void, row: T): T
}

/** The driver knows all types. Times are texts: it would write those without a zone in the local one. */
export const postgresqlValues: Values = {
  boolean: value => value,
  time: value => value.toISOString(),
  row: row => row,
}

/** SQLite has neither booleans nor times. */
export const sqliteValues: Values = {
  boolean: value => (value ? 1 : 0),
  time: value => value.toISOString().replace('Z', '+00:00'),
  row: row => {
    const values = row as Record<string, unknown>
    for (const name in values) {
      const value = values[name]
      if (name === 'isAdmin' || name === 'flagged' || name === 'active') {
        values[name] = value === 1
      } else if (value !== null && (name === 'createdAt' || name === 'takenAt' || name === 'endedAt')) {
        values[name] = new Date(value as string)
      }
    }
    return row
  },
}
