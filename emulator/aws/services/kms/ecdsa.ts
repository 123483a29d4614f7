import { createECDH, type KeyObject, randomBytes } from 'node:crypto';
import { readSequence, writeSequence } from './der.js';

interface Curve {
  /** OpenSSL's name. */
  name: string;
  /** Prime of the field. */
  p: bigint;
  /** Order of the base point. */
  n: bigint;
  /** Coefficient of x. */
  a: bigint;
}

interface Point {
  x: bigint;
  y: bigint;
}

/** Domain parameters (SEC 2), as far as adding two points needs them. */
const CURVES: Readonly<Record<string, Curve>> = {
  prime256v1: nist(
    'prime256v1',
    2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  ),
  secp384r1: nist(
    'secp384r1',
    2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ),
  secp521r1: nist(
    'secp521r1',
    2n ** 521n - 1n,
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ),
  secp256k1: {
    name: 'secp256k1',
    p: 2n ** 256n - 2n ** 32n - 977n,
    n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
    a: 0n,
  },
};

/**
 * ECDSA over a digest that was made elsewhere (SEC 1, section 4.1), DER-encoded. OpenSSL multiplies points for us
 * through ECDH; what is left is arithmetic modulo the order.
 */
export function signEcdsa(key: KeyObject, digest: Buffer): Buffer {
  const curve = curveOf(key);
  const d = fromBytes(Buffer.from(key.export({ format: 'jwk' }).d as string, 'base64url'));
  const z = truncated(digest, curve);
  for (;;) {
    const k = (fromBytes(randomBytes(byteLength(curve.n) + 8)) % (curve.n - 1n)) + 1n;
    const r = timesBase(k, curve).x % curve.n;
    const s = (inverse(k, curve.n) * (z + r * d)) % curve.n;
    if (r !== 0n && s !== 0n) return writeSequence([r, s]);
  }
}

/** True when the DER signature is of this digest. */
export function verifyEcdsa(key: KeyObject, digest: Buffer, signature: Buffer): boolean {
  const curve = curveOf(key);
  const pair = readSequence(signature);
  if (!pair) return false;
  const [r, s] = pair;
  if (r < 1n || r >= curve.n || s < 1n || s >= curve.n) return false;
  const w = inverse(s, curve.n);
  const { x, y } = key.export({ format: 'jwk' });
  const open: Point = { x: coordinate(x), y: coordinate(y) };
  const sum = add(
    times((truncated(digest, curve) * w) % curve.n, timesBase(1n, curve), curve),
    times((r * w) % curve.n, open, curve),
    curve,
  );
  return sum !== undefined && sum.x % curve.n === r;
}

function nist(name: string, p: bigint, n: bigint): Curve {
  return { name, p, n, a: -3n };
}

function curveOf(key: KeyObject): Curve {
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (!curve) throw new TypeError('not a key of a known curve');
  return curve;
}

function timesBase(k: bigint, { name, n }: Curve): Point {
  const ecdh = createECDH(name);
  ecdh.setPrivateKey(toBytes(k, byteLength(n)));
  const point = ecdh.getPublicKey().subarray(1);
  const half = point.length / 2;
  return { x: fromBytes(point.subarray(0, half)), y: fromBytes(point.subarray(half)) };
}

/** A point so many times, by doubling; undefined is the point at infinity. */
function times(k: bigint, point: Point, curve: Curve): Point | undefined {
  let result: Point | undefined;
  let doubled: Point | undefined = point;
  for (let rest = k; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = add(result, doubled, curve);
    doubled = add(doubled, doubled, curve);
  }
  return result;
}

function add(one: Point | undefined, other: Point | undefined, { p, a }: Curve): Point | undefined {
  if (!one || !other) return one ?? other;
  if (one.x === other.x && modulo(one.y + other.y, p) === 0n) return undefined;
  const slope =
    one.x === other.x
      ? modulo((3n * one.x * one.x + a) * inverse(modulo(2n * one.y, p), p), p)
      : modulo((other.y - one.y) * inverse(modulo(other.x - one.x, p), p), p);
  const x = modulo(slope * slope - one.x - other.x, p);
  return { x, y: modulo(slope * (one.x - x) - one.y, p) };
}

/** By the extended Euclidean algorithm; the modulus is prime. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r, newR, t, newT] = [modulus, modulo(value, modulus), 0n, 1n];
  while (newR !== 0n) {
    const quotient = r / newR;
    [r, newR] = [newR, r - quotient * newR];
    [t, newT] = [newT, t - quotient * newT];
  }
  return modulo(t, modulus);
}

function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** The leftmost bits of a digest, as many as the order has. */
function truncated(digest: Buffer, { n }: Curve): bigint {
  const surplus = digest.length * 8 - n.toString(2).length;
  const value = fromBytes(digest);
  return surplus > 0 ? value >> BigInt(surplus) : value;
}

function coordinate(text: string | undefined): bigint {
  return fromBytes(Buffer.from(text ?? '', 'base64url'));
}

function fromBytes(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
}

function toBytes(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

function byteLength(value: bigint): number {
  return Math.ceil(value.toString(16).length / 2);
}
