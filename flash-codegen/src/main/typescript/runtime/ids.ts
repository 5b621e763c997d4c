import { createHash, randomBytes, randomUUID } from 'node:crypto'

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function uuid4(): string {
  return randomUUID()
}

/** RFC 9562, section 5.7: the time in milliseconds, then chance. */
export function uuid7(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** So many letters and digits by chance. */
function random(alphabet: string, length: number): string {
  // What does not divide the range evenly is thrown away, so that no letter is likelier.
  const most = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < most) {
        text += alphabet.charAt(byte % alphabet.length)
      }
    }
  }
  return text
}

let counter = 0
const FINGERPRINT = random(BASE36, 4)

/** `c`, the time, a counter, this process, and chance. */
export function cuid(): string {
  counter = (counter + 1) % 36 ** 4
  return `c${Date.now().toString(36).padStart(8, '0')}${counter.toString(36).padStart(4, '0')}${FINGERPRINT}${random(BASE36, 8)}`
}

/** A letter, then a hash of the time, a counter and chance: nothing can be read from it. */
export function cuid2(length: number): string {
  counter = (counter + 1) % 36 ** 4
  const hash = createHash('sha3-512').update(`${Date.now()} ${counter} ${FINGERPRINT}`).update(randomBytes(32)).digest('hex')
  const digits = BigInt(`0x${hash}`).toString(36)
  return random(BASE36.slice(10), 1) + digits.slice(1, length)
}

/** Ten letters of time, sixteen of chance, in Crockford's alphabet. */
export function ulid(): string {
  let time = Date.now()
  let text = ''
  for (let i = 0; i < 10; i++) {
    text = CROCKFORD.charAt(time % 32) + text
    time = Math.floor(time / 32)
  }
  return text + random(CROCKFORD, 16)
}

export function nanoid(length: number): string {
  return random(URL_SAFE, length)
}
