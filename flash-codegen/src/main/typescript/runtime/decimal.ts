import { InvalidArguments } from './errors.ts'

/** What a decimal can be made of. */
export type DecimalInput = Decimal | string | number | bigint

/** A decimal number of any length, without loss: a whole number and how many of its digits stand behind the point. */
export class Decimal {
  private readonly digits: bigint
  private readonly scale: number

  constructor(value: DecimalInput) {
    if (value instanceof Decimal) {
      this.digits = value.digits
      this.scale = value.scale
      return
    }
    const [digits, scale] = parse(String(value))
    this.digits = digits
    this.scale = scale
  }

  static isDecimal(value: unknown): value is Decimal {
    return value instanceof Decimal
  }

  plus(other: DecimalInput): Decimal {
    return this.combine(other, (a, b) => a + b)
  }

  minus(other: DecimalInput): Decimal {
    return this.combine(other, (a, b) => a - b)
  }

  times(other: DecimalInput): Decimal {
    const factor = new Decimal(other)
    return of(this.digits * factor.digits, this.scale + factor.scale)
  }

  negated(): Decimal {
    return of(-this.digits, this.scale)
  }

  /** Less than 0 if this is the smaller one, more than 0 if it is the greater, 0 if they are equal. */
  comparedTo(other: DecimalInput): number {
    const difference = this.minus(other).digits
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  equals(other: DecimalInput): boolean {
    return this.comparedTo(other) === 0
  }

  lessThan(other: DecimalInput): boolean {
    return this.comparedTo(other) < 0
  }

  greaterThan(other: DecimalInput): boolean {
    return this.comparedTo(other) > 0
  }

  isZero(): boolean {
    return this.digits === 0n
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(this.toString())
  }

  /** All digits, without an exponent and without zeros at the end. */
  toString(): string {
    if (this.scale === 0) {
      return this.digits.toString()
    }
    const negative = this.digits < 0n
    const text = (negative ? -this.digits : this.digits).toString().padStart(this.scale + 1, '0')
    const point = text.length - this.scale
    return `${negative ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}`
  }

  /** How many digits there are that mean something. */
  precision(): number {
    return (this.digits < 0n ? -this.digits : this.digits).toString().length
  }

  toJSON(): string {
    return this.toString()
  }

  private combine(other: DecimalInput, operation: (a: bigint, b: bigint) => bigint): Decimal {
    const right = new Decimal(other)
    const scale = Math.max(this.scale, right.scale)
    return of(operation(scaled(this.digits, scale - this.scale), scaled(right.digits, scale - right.scale)), scale)
  }
}

function scaled(digits: bigint, zeros: number): bigint {
  return zeros === 0 ? digits : digits * 10n ** BigInt(zeros)
}

function of(digits: bigint, scale: number): Decimal {
  return new Decimal(`${digits}e${-scale}`)
}

/** More would only be a way to fill the memory. */
const MOST_EXPONENT = 100_000

function parse(text: string): [bigint, number] {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text)
  const whole = match?.[2] ?? ''
  const fraction = match?.[3] ?? ''
  const exponent = Number(match?.[4] ?? 0)
  if (match === null || whole + fraction === '' || Math.abs(exponent) > MOST_EXPONENT) {
    throw new InvalidArguments(`This is no decimal number: ${text.slice(0, 50)}`)
  }
  let digits = BigInt(whole + fraction)
  let scale = fraction.length - exponent
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale)
    scale = 0
  }
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  return [match[1] === '-' ? -digits : digits, scale]
}
