/** Key specs by use, and the algorithms each one has (KMS developer guide, "Key spec reference"). */
export const SPECS: Readonly<Record<string, KeySpec>> = {
  SYMMETRIC_DEFAULT: { usages: ['ENCRYPT_DECRYPT'], encryption: ['SYMMETRIC_DEFAULT'] },
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  ECC_NIST_P256: ecc('prime256v1', 'ECDSA_SHA_256'),
  ECC_NIST_P384: ecc('secp384r1', 'ECDSA_SHA_384'),
  ECC_NIST_P521: ecc('secp521r1', 'ECDSA_SHA_512'),
  ECC_SECG_P256K1: ecc('secp256k1', 'ECDSA_SHA_256'),
  HMAC_224: hmac('sha224', 28),
  HMAC_256: hmac('sha256', 32),
  HMAC_384: hmac('sha384', 48),
  HMAC_512: hmac('sha512', 64),
};

export interface KeySpec {
  usages: readonly KeyUsage[];
  encryption?: readonly string[];
  signing?: readonly string[];
  mac?: readonly string[];
  /** Bits of an RSA modulus. */
  bits?: number;
  /** OpenSSL's name of an elliptic curve. */
  curve?: string;
  /** Bytes of an HMAC key, and its hash. */
  macBytes?: number;
  macHash?: string;
}

export type KeyUsage = 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC';

/** A key as it is kept. Dates are epoch ms; its material is base64. */
export interface StoredKey {
  id: string;
  arn: string;
  description: string;
  createdAt: number;
  enabled: boolean;
  /** When it will be gone; set while its deletion is pending. */
  deletionDate?: number;
  pendingWindow?: number;
  usage: KeyUsage;
  spec: string;
  manager: 'CUSTOMER' | 'AWS';
  multiRegion: boolean;
  policy: string;
  tags: Record<string, string>;
  /** One entry per rotation, oldest first: raw bytes of symmetric keys, PKCS#8 of asymmetric ones. */
  material: string[];
  rotation: {
    enabled: boolean;
    periodDays: number;
    /** When the next automatic rotation is due. */
    next?: number;
    done: { date: number; type: 'AUTOMATIC' | 'ON_DEMAND' }[];
  };
}

export interface StoredAlias {
  /** Made by the emulator for whoever needs one there: `CreateAlias` may put another in its place. */
  standsIn?: true;
  /** With `alias/`. */
  name: string;
  keyId: string;
  createdAt: number;
  updatedAt: number;
}

/** The keys of an account in a region. */
export interface KmsState {
  keys: Record<string, StoredKey>;
  aliases: Record<string, StoredAlias>;
}

function rsa(bits: number): KeySpec {
  const hashes = ['SHA_256', 'SHA_384', 'SHA_512'];
  return {
    usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    encryption: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
    signing: ['RSASSA_PKCS1_V1_5', 'RSASSA_PSS'].flatMap((scheme) =>
      hashes.map((hash) => `${scheme}_${hash}`),
    ),
    bits,
  };
}

function ecc(curve: string, algorithm: string): KeySpec {
  return { usages: ['SIGN_VERIFY'], signing: [algorithm], curve };
}

function hmac(macHash: string, macBytes: number): KeySpec {
  return {
    usages: ['GENERATE_VERIFY_MAC'],
    mac: [`HMAC_SHA_${macHash.slice(3)}`],
    macHash,
    macBytes,
  };
}
