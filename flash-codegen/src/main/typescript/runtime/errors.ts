/** Where in the schema an error belongs: names of the schema file, as far as the database said them. */
export interface Place {
  readonly model?: string | undefined
  readonly fields: readonly string[]
  readonly constraint?: string | undefined
}

/** Whatever goes wrong in a client. */
export class FlashError extends Error {
  /** Stays the same in every version: `F8002`. */
  readonly code: string
  /** What Prisma Client calls the same, where it has it. */
  readonly prismaCode: string | undefined

  constructor(code: string, message: string, prismaCode?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
    this.prismaCode = prismaCode
  }
}

/** The database refused a statement for a reason that has no class of its own. */
export class StatementFailure extends FlashError {
  /** The statement's text. */
  readonly sql: string | undefined

  constructor(sql: string | undefined, cause: unknown) {
    super('F8000', `The database refused the statement: ${messageOf(cause)}`, 'P2010', cause)
    this.sql = sql
  }
}

export class RecordNotFound extends FlashError {
  readonly model: string

  constructor(model: string, sought = 'condition') {
    super('F8001', `No ${model} was found for the given ${sought}.`, 'P2025')
    this.model = model
  }
}

/** A rule that the database checks was broken. */
export class ConstraintViolation extends FlashError {
  readonly model: string | undefined
  readonly fields: readonly string[]
  readonly constraint: string | undefined

  constructor(code: string, message: string, prismaCode: string, place: Place, cause?: unknown) {
    super(code, message, prismaCode, cause)
    this.model = place.model
    this.fields = place.fields
    this.constraint = place.constraint
  }
}

export class UniqueViolation extends ConstraintViolation {
  constructor(place: Place, cause?: unknown) {
    super('F8002', `There is a record with the same value already${on(place)}.`, 'P2002', place, cause)
  }
}

export class ForeignKeyViolation extends ConstraintViolation {
  constructor(place: Place, cause?: unknown) {
    super('F8003', `A record refers to one that is not there, or is still referred to${on(place)}.`, 'P2003', place, cause)
  }
}

export class NotNullViolation extends ConstraintViolation {
  constructor(place: Place, cause?: unknown) {
    super('F8004', `A required field has no value${on(place)}.`, 'P2011', place, cause)
  }
}

export class CheckViolation extends ConstraintViolation {
  constructor(place: Place, cause?: unknown) {
    super('F8005', `A value breaks a rule of the database${on(place)}.`, 'P2004', place, cause)
  }
}

/** Another transaction got in the way; the same again can succeed. */
export class SerializationConflict extends FlashError {
  constructor(cause: unknown) {
    super('F8010', `Another transaction got in the way: ${messageOf(cause)}`, 'P2034', cause)
  }
}

export class Timeout extends FlashError {
  constructor(message: string, cause?: unknown) {
    super('F8011', message, 'P2024', cause)
  }
}

export class ConnectionFailure extends FlashError {
  constructor(message: string, cause?: unknown) {
    super('F8012', message, 'P1001', cause)
  }
}

/** A transaction that has ended, or in which a statement has failed. */
export class TransactionUnusable extends FlashError {
  constructor(message: string, cause?: unknown) {
    super('F8013', message, 'P2028', cause)
  }
}

/** The server is one of MongoDB without a replica set. */
export class TransactionsUnavailable extends FlashError {
  constructor(cause?: unknown) {
    super('F8014', 'MongoDB has transactions on a replica set only: start the server with `--replSet`, then run `rs.initiate()` once.', 'P2031', cause)
  }
}

/** A record of a model with `@version` was changed or deleted since it was read. */
export class StaleRecord extends FlashError {
  readonly model: string

  constructor(model: string, key: string) {
    super('F8015', `${model} with ${key} was changed or deleted since it was read: read it again, and decide anew.`)
    this.model = model
  }
}

/** A value that its column cannot keep as it is. */
export class ValueOutOfRange extends FlashError {
  constructor(message: string) {
    super('F8016', message, 'P2020')
  }
}

/** Arguments that no call can have, whatever is in the database. */
export class InvalidArguments extends FlashError {
  constructor(message: string) {
    super('F8020', message, 'P2009')
  }
}

/** What this database has not. */
export class Unsupported extends FlashError {
  constructor(message: string) {
    super('F8021', message, 'P2026')
  }
}

function on(place: Place): string {
  const fields = place.fields.join(', ')
  if (place.model !== undefined) {
    return fields === '' ? `: ${place.model}` : `: ${place.model}.${place.fields.length > 1 ? `(${fields})` : fields}`
  }
  return place.constraint === undefined ? (fields === '' ? '' : `: ${fields}`) : `: ${place.constraint}`
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
