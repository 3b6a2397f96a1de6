/** A software authenticator: makes passkeys and signs with them as a device does (ES256, no attestation). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Asked = { readonly challenge: string; readonly user?: { readonly id: string } }
/** What a lying device or page would say instead. */
export type Lie = {
  readonly origin?: string
  readonly challenge?: string
  readonly rpId?: string
  readonly counter?: number
  readonly userHandle?: string
  readonly id?: string
  /** Whether somebody touched it, and whether it knows who. */
  readonly flags?: number
  readonly type?: string
}

export type Device = {
  readonly id: string
  /** Answers what `navigator.credentials.create` is asked, as JSON. */
  create(options: string, lie?: Lie): string
  /** Answers what `navigator.credentials.get` is asked. */
  get(options: string, lie?: Lie): string
}

const present = 0x01
const verified = 0x04
const attested = 0x40

export function newDevice(origin: string, { counts = true } = {}): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  let handle = ''

  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (lie: Lie, more: Buffer = Buffer.alloc(0)) => {
    const rest = Buffer.alloc(5)
    rest[0] = (lie.flags ?? present | verified) | (more.length > 0 ? attested : 0)
    if (counts) counter += 1
    rest.writeUInt32BE(lie.counter ?? counter, 1)
    return Buffer.concat([sha256(lie.rpId ?? new URL(origin).hostname), rest, more])
  }

  return {
    id: id.toString('base64url'),
    create(options, lie = {}) {
      const { challenge, user } = JSON.parse(options) as Asked
      handle = user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData(lie, credential)],
        ]),
      )
      const response = {
        clientDataJSON: coded(clientData('webauthn.create', challenge, lie)),
        attestationObject: coded(attestation),
        transports: ['internal'],
      }
      return answer(coded(id), response)
    },
    get(options, lie = {}) {
      const { challenge } = JSON.parse(options) as Asked
      const data = authData(lie)
      const client = clientData('webauthn.get', challenge, lie)
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      const response = {
        clientDataJSON: coded(client),
        authenticatorData: coded(data),
        signature: coded(signature),
        userHandle: lie.userHandle ?? handle,
      }
      return answer(lie.id ?? coded(id), response)
    },
  }
}

function answer(id: string, response: object): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
}

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

/** As much of CBOR (RFC 8949) as authenticators speak. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? headed(0, value) : headed(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([headed(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([headed(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map)
    return Buffer.concat([headed(5, value.size), ...[...value].flatMap(([key, of]) => [cbor(key), cbor(of)])])
  throw new TypeError('This is nothing an authenticator says.')
}

function headed(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  if (size < 256) return Buffer.from([(kind << 5) | 24, size])
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 0xff])
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function coded(bytes: Buffer): string {
  return bytes.toString('base64url')
}
