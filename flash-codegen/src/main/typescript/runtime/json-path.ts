import { InvalidArguments } from './errors.ts'
import { text } from './values.ts'

/** A member's name, or an element's number. */
export type Step = string | number

/** The steps of a path: a list, or a text with `$.` as MySQL has it. */
export function pathOf(field: string, path: unknown): readonly Step[] {
  if (Array.isArray(path)) {
    return (path as unknown[]).map((step) => {
      if (typeof step === 'number' && Number.isInteger(step) && step >= 0) {
        return step
      }
      return text(step)
    })
  }
  if (typeof path === 'string' && path.startsWith('$')) {
    const steps: Step[] = []
    for (const [, quoted, plain, index] of path.matchAll(/\.\s*(?:("(?:[^"\\]|\\.)*")|([^."[\]]+))|\[(\d+)\]/g)) {
      steps.push(index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : (plain ?? ''))
    }
    return steps
  }
  throw new InvalidArguments(`${field}: a path is a list of names and numbers.`)
}
