import type { Document } from 'mongodb'
import type { ColumnDescriptor, Descriptor, KeyDescriptor, ModelDescriptor, RelationDescriptor } from '../descriptor.ts'
import { InvalidArguments } from '../errors.ts'
import type { End, Entity } from '../records.ts'
import { type Field, fieldFor } from './values.ts'

/** One end of a relation between collections. */
export interface Relation extends End<Collection> {
  readonly source: Collection
  readonly local: readonly Field[]
  readonly remote: readonly Field[]
}

/** A model as the collection that it is kept in. */
export class Collection implements Entity<Collection> {
  /** The model's. */
  readonly name: string
  readonly databaseName: string
  readonly descriptor: ModelDescriptor
  readonly byName: ReadonlyMap<string, Field>
  readonly relations: Map<string, Relation> = new Map()
  readonly kept: Relation[] = []
  /** The fields that every change of a document changes too. */
  readonly stamped: readonly Field[]
  private readonly fields: readonly Field[]

  constructor(schema: Descriptor, name: string, descriptor: ModelDescriptor) {
    this.name = name
    this.databaseName = descriptor.databaseName
    this.descriptor = descriptor
    this.fields = descriptor.columns.map((column: ColumnDescriptor) => fieldFor(schema, column, name))
    this.byName = new Map(this.fields.map(field => [field.name, field]))
    this.stamped = this.fields.filter(field => field.descriptor.isUpdatedAt || field.descriptor.isVersion)
  }

  get identity(): { readonly name: string; readonly columns: readonly Field[] } {
    const primary = (this.descriptor.keys ?? []).find(key => key.isPrimary)
    return { name: primary?.name ?? '', columns: (primary?.columns ?? []).map(name => this.column(name)) }
  }

  get version(): Field | undefined {
    return this.fields.find(field => field.descriptor.isVersion)
  }

  /** @throws InvalidArguments if there is none of this name */
  column(name: string): Field {
    const field = this.byName.get(name)
    if (field === undefined) {
      throw new InvalidArguments(`${this.name} has no field ${name}.`)
    }
    return field
  }

  /** Its key of several fields of this name. */
  keyNamed(name: string): KeyDescriptor | undefined {
    return (this.descriptor.keys ?? []).find(key => key.name === name && key.columns.length > 1)
  }

  record(document: Document, chosen?: ReadonlySet<string>): Record<string, unknown> {
    const record: Record<string, unknown> = {}
    for (const field of this.fields) {
      if (chosen === undefined || chosen.has(field.name)) {
        record[field.name] = field.codec.read(document[field.path])
      }
    }
    return record
  }

  relate(relation: RelationDescriptor, target: Collection): void {
    const end: Relation = {
      name: relation.name,
      source: this,
      descriptor: relation,
      isList: relation.isList ?? false,
      local: relation.local.map(name => this.column(name)),
      target,
      remote: relation.remote.map(name => target.column(name)),
    }
    this.relations.set(end.name, end)
    if (relation.kept !== undefined) {
      this.kept.push(end)
    }
  }
}

export class Collections {
  private readonly byModel = new Map<string, Collection>()

  constructor(schema: Descriptor) {
    for (const [model, descriptor] of Object.entries(schema.models)) {
      this.byModel.set(model, new Collection(schema, model, descriptor))
    }
    for (const collection of this.byModel.values()) {
      for (const relation of collection.descriptor.relations ?? []) {
        collection.relate(relation, this.get(relation.target))
      }
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
