import type { Descriptor } from './descriptor.ts'
import type { Place } from './errors.ts'

/** What the schema file calls that which the database names in its errors. */
export class SchemaNames {
  private readonly models = new Map<string, string>()
  private readonly fields = new Map<string, string>()
  private readonly constraints = new Map<string, { readonly model: string; readonly fields: readonly string[] }>()

  constructor(schema: Descriptor) {
    for (const [name, model] of Object.entries(schema.models)) {
      this.models.set(model.databaseName, name)
      for (const column of model.columns) {
        this.fields.set(`${model.databaseName}\n${column.databaseName}`, column.name)
      }
      for (const constraint of model.constraints ?? []) {
        const known = { model: name, fields: constraint.fields }
        this.constraints.set(`${model.databaseName}\n${constraint.name}`, known)
        this.constraints.set(constraint.name, known)
      }
    }
  }

  place(table: string | undefined, constraint: string | undefined, columns: readonly string[]): Place {
    if (constraint !== undefined) {
      const known = this.constraints.get(`${table}\n${constraint}`) ?? this.constraints.get(constraint)
      if (known !== undefined) {
        return { model: known.model, fields: known.fields, constraint }
      }
    }
    return {
      model: table === undefined ? undefined : (this.models.get(table) ?? table),
      fields: columns.map((column) => this.fields.get(`${table}\n${column}`) ?? column),
      constraint,
    }
  }
}

const TARGET = /^(?:INSERT (?:IGNORE )?INTO|UPDATE|DELETE FROM|DELETE t0 FROM) (?:[`"][^`"]*[`"]\.)?[`"]([^`"]*)[`"]/

/** The table that a write of the runtime's own names. */
export function targetOf(sql: string | undefined): string | undefined {
  return sql === undefined ? undefined : (TARGET.exec(sql)?.[1] ?? undefined)
}
