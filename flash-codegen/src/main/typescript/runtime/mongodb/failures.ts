import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb'
import {
  CheckViolation, ConnectionFailure, FlashError, SerializationConflict, StatementFailure, Timeout, TransactionsUnavailable,
  UniqueViolation, messageOf,
} from '../errors.ts'
import type { SchemaNames } from '../names.ts'
import { isPlain } from '../values.ts'
import type { Collection } from './documents.ts'

/** The numbers are those of the server's list of error codes. */
export const DUPLICATE_KEY = 11000
const WRITE_CONFLICT = 112
const DOCUMENT_VALIDATION = 121
const ILLEGAL_OPERATION = 20
const MAX_TIME = 50

export function isDuplicate(thrown: unknown): boolean {
  return thrown instanceof UniqueViolation
}

/** What the driver threw, in the terms of the schema. */
export function translate(thrown: unknown, collection: Collection | undefined, names: SchemaNames): FlashError {
  if (thrown instanceof FlashError) {
    return thrown
  }
  if (thrown instanceof MongoServerSelectionError || thrown instanceof MongoNetworkError) {
    return new ConnectionFailure(`MongoDB is not to be reached: ${thrown.message}`, thrown)
  }
  if (thrown instanceof MongoError && thrown.hasErrorLabel('TransientTransactionError')) {
    return new SerializationConflict(thrown)
  }
  if (!(thrown instanceof MongoServerError)) {
    return new StatementFailure(undefined, thrown)
  }
  switch (thrown.code) {
    case DUPLICATE_KEY:
      return new UniqueViolation(names.place(collection?.databaseName, indexOf(thrown), keyOf(thrown)), thrown)
    case DOCUMENT_VALIDATION:
      return new CheckViolation({ model: collection?.name, fields: [], constraint: undefined }, thrown)
    case WRITE_CONFLICT:
      return new SerializationConflict(thrown)
    case MAX_TIME:
      return new Timeout(messageOf(thrown), thrown)
    case ILLEGAL_OPERATION:
      return new TransactionsUnavailable(thrown)
    default:
      return new StatementFailure(undefined, thrown)
  }
}

/** `… index: users_email_key dup key …`; of some servers with the collection before it. */
function indexOf(error: MongoServerError): string | undefined {
  return /index: (?:[^ ]*\$)?([^ ]+)/.exec(error.message)?.[1]
}

function keyOf(error: MongoServerError): string[] {
  const first: unknown = error instanceof MongoBulkWriteError && Array.isArray(error.writeErrors) ? error.writeErrors[0]?.err : error
  const pattern: unknown = isRecord(first) ? first['keyPattern'] : undefined
  return isPlain(pattern) ? Object.keys(pattern) : /index: [^ ]*_id_/.test(error.message) ? ['_id'] : []
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null
}
