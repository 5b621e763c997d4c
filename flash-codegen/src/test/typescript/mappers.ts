import { namesOf, type Descriptor, type Row, type RowMapper } from '../../main/typescript/runtime/descriptor.ts'

type Read = (value: unknown) => unknown

/** What the generator emits for each model, made at run time. */
export function mappers(schema: Descriptor, read: object): { [model: string]: RowMapper } {
  const readers = read as { [encoding: string]: Read } & {
    ENUM: (value: unknown, names: ReadonlyMap<unknown, string> | undefined) => unknown
    list: (value: unknown, element: Read) => unknown
  }
  const names = namesOf(schema)
  const made: { [model: string]: RowMapper } = {}
  for (const [name, model] of Object.entries(schema.models)) {
    const columns = model.columns.map((column) => {
      const one: Read = column.enum === undefined ? (readers[column.encoding] as Read) : (value) => readers.ENUM(value, names[column.enum ?? ''])
      return { name: column.name, read: column.isList ? (value: unknown) => readers.list(value, one) : one }
    })
    made[name] = (row: Row, at: number) => {
      const record: { [name: string]: unknown } = {}
      columns.forEach((column, i) => (record[column.name] = column.read(row[at + i])))
      return record
    }
  }
  return made
}
