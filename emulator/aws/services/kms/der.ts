const [SEQUENCE, INTEGER] = [0x30, 0x02];

/** Two positive integers as a DER sequence: an ECDSA signature. */
export function writeSequence(numbers: readonly bigint[]): Buffer {
  const items = numbers.map((number) => {
    const hex = number.toString(16);
    const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    return element(INTEGER, (bytes[0] as number) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
  });
  return element(SEQUENCE, Buffer.concat(items));
}

/** The reverse; undefined for anything else. */
export function readSequence(der: Buffer): [bigint, bigint] | undefined {
  const outer = readElement(der, 0, SEQUENCE);
  if (!outer || outer.end !== der.length) return undefined;
  const first = readElement(der, outer.start, INTEGER);
  const second = first && readElement(der, first.end, INTEGER);
  if (!second || second.end !== der.length) return undefined;
  return [number(der, first), number(der, second)];
}

interface Element {
  start: number;
  end: number;
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : [0x81, length];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function readElement(der: Buffer, at: number, tag: number): Element | undefined {
  if (der[at] !== tag) return undefined;
  const first = der[at + 1];
  const isLong = first === 0x81;
  const length = isLong ? der[at + 2] : first;
  const start = at + (isLong ? 3 : 2);
  if (length === undefined || (!isLong && length > 0x7f) || length === 0) return undefined;
  return start + length <= der.length ? { start, end: start + length } : undefined;
}

function number(der: Buffer, { start, end }: Element): bigint {
  return BigInt(`0x${der.subarray(start, end).toString('hex')}`);
}
