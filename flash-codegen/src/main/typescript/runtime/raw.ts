import { InvalidArguments } from './errors.ts'

/** A piece of SQL with its values, which go to the database apart from the text. */
export class RawSql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    if (strings.length !== values.length + 1) {
      throw new InvalidArguments('A piece of SQL has one text more than it has values.')
    }
    const texts: string[] = []
    const flat: unknown[] = []
    let last = strings[0] ?? ''
    values.forEach((value, i) => {
      const after = strings[i + 1] ?? ''
      if (value instanceof RawSql) {
        last += value.strings[0] ?? ''
        value.values.forEach((inner, at) => {
          texts.push(last)
          flat.push(inner)
          last = value.strings[at + 1] ?? ''
        })
        last += after
      } else {
        texts.push(last)
        flat.push(value)
        last = after
      }
    })
    texts.push(last)
    this.strings = texts
    this.values = flat
  }

  text(placeholder: (n: number) => string): string {
    return this.strings.reduce((text, part, i) => text + placeholder(i) + part)
  }
}

/** ``sql`SELECT … WHERE id = ${id}` ``: pieces can be values of others. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): RawSql {
  return new RawSql(strings, values)
}

/** Values or pieces in a row. @throws InvalidArguments if there are none: no list of SQL is empty */
export function join(parts: readonly unknown[], separator = ','): RawSql {
  if (parts.length === 0) {
    throw new InvalidArguments('join needs one part at least.')
  }
  return new RawSql(['', ...parts.slice(1).map(() => separator), ''], parts)
}

/** Text that goes into the statement as it is: part of the program, never of a request. */
export function raw(text: string): RawSql {
  return new RawSql([text], [])
}

export const empty: RawSql = raw('')

export function rawOf(text: TemplateStringsArray | object, values: readonly unknown[]): RawSql {
  if (text instanceof RawSql) {
    return text
  }
  if (Array.isArray(text) && 'raw' in text) {
    return new RawSql(text as readonly string[], values)
  }
  throw new InvalidArguments('$queryRaw and $executeRaw take a template; for a text use $queryRawUnsafe and $executeRawUnsafe.')
}
