/** An ECDSA P-256 signature in DER (SEQUENCE of two INTEGERs, as KMS answers) as r and s of 32 bytes each (RFC 7518, 3.4). */
export function derToRaw(der: Buffer): Buffer {
  const lengthOfR = der[3] ?? 0;
  const r = der.subarray(4, 4 + lengthOfR);
  const s = der.subarray(6 + lengthOfR);
  return Buffer.concat([fixed(r), fixed(s)]);
}

/** DER leaves out leading zeros, and puts one before a high bit. */
function fixed(integer: Buffer): Buffer {
  const digits = integer.subarray(Math.max(0, integer.length - 32));
  return Buffer.concat([Buffer.alloc(32 - digits.length), digits]);
}
