import { BSONRegExp } from 'mongodb'

const SPECIAL = '\\^$.|?*+()[]{}-/#'

/** A part of a text as a regular expression in which every character stands for itself. */
export function part(before: boolean, text: string, after: boolean, insensitive: boolean): BSONRegExp {
  return new BSONRegExp(`${before ? '' : '^'}${[...text].map(literal).join('')}${after ? '' : '\\z'}`, insensitive ? 'is' : 's')
}

/** SQL's `LIKE`: percent, underscore, and an exclamation mark before either. */
export function like(pattern: string, insensitive: boolean): BSONRegExp {
  const characters = [...pattern]
  let text = '^'
  for (let at = 0; at < characters.length; at++) {
    const c = characters[at] ?? ''
    const next = characters[at + 1]
    if (c === '%') {
      text += '.*'
    } else if (c === '_') {
      text += '.'
    } else if (c === '!' && next !== undefined) {
      text += literal(next)
      at++
    } else {
      text += literal(c)
    }
  }
  return new BSONRegExp(`${text}\\z`, insensitive ? 'is' : 's')
}

/** A regular expression ends at a zero byte when it travels. */
function literal(c: string): string {
  return c === '\0' ? '\\x00' : SPECIAL.includes(c) ? `\\${c}` : c
}
