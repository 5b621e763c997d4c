import type { Document } from 'mongodb'
import type { ColumnDescriptor, Descriptor, KeyDescriptor, ModelDescriptor, RelationDescriptor } from '../descriptor.ts'
import { InvalidArguments } from '../errors.ts'
import { type Codec, codecOf } from './values.ts'

/** A field of a document: its name there, and how its values are read and written. */
export interface Field {
  readonly name: string
  readonly path: string
  readonly column: ColumnDescriptor
  readonly codec: Codec
}

/** A model as the collection that it is kept in. */
export interface Collection {
  readonly model: string
  readonly name: string
  readonly descriptor: ModelDescriptor
  readonly fields: ReadonlyMap<string, Field>
  readonly relations: ReadonlyMap<string, RelationDescriptor>
  readonly key: readonly Field[]
  record(document: Document, chosen?: ReadonlySet<string>): Record<string, unknown>
}

export class Collections {
  private readonly byModel = new Map<string, Collection>()

  constructor(schema: Descriptor) {
    for (const [model, descriptor] of Object.entries(schema.models)) {
      this.byModel.set(model, collection(schema, model, descriptor))
    }
  }

  get(model: string): Collection {
    const found = this.byModel.get(model)
    if (found === undefined) {
      throw new InvalidArguments(`There is no model ${model}.`)
    }
    return found
  }
}

function collection(schema: Descriptor, model: string, descriptor: ModelDescriptor): Collection {
  const fields = new Map<string, Field>()
  for (const column of descriptor.columns) {
    fields.set(column.name, {
      name: column.name,
      path: column.databaseName,
      column,
      codec: codecOf(schema, column, `${model}.${column.name}`),
    })
  }
  const all = [...fields.values()]
  const primary = (descriptor.keys ?? []).find(key => key.isPrimary)
  return {
    model,
    name: descriptor.databaseName,
    descriptor,
    fields,
    relations: new Map((descriptor.relations ?? []).map(relation => [relation.name, relation])),
    key: (primary?.columns ?? []).map(name => fieldIn(model, fields, name)),
    record(document, chosen) {
      const record: Record<string, unknown> = {}
      for (const field of all) {
        if (chosen === undefined || chosen.has(field.name)) {
          record[field.name] = field.codec.read(document[field.path])
        }
      }
      return record
    },
  }
}

function fieldIn(model: string, fields: ReadonlyMap<string, Field>, name: string): Field {
  const field = fields.get(name)
  if (field === undefined) {
    throw new InvalidArguments(`${model} has no field ${name}.`)
  }
  return field
}

/** @throws InvalidArguments if there is none of this name */
export function fieldOf(collection: Collection, name: string): Field {
  return fieldIn(collection.model, collection.fields, name)
}

export function keyNamed(collection: Collection, name: string): KeyDescriptor | undefined {
  return (collection.descriptor.keys ?? []).find(key => key.name === name && key.columns.length > 1)
}
