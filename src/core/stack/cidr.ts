/** `count` IPv4 blocks of `hostBits` bits each from the start of `block`; undefined when they do not fit. */
export function splitCidr(block: string, count: number, hostBits: number): string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (!match) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const prefix = Number(match[5]);
  if (octets.some((octet) => octet > 255) || prefix > 32) return undefined;
  const whole = Number.isInteger(count) && Number.isInteger(hostBits);
  if (!whole || count < 1 || count > 256 || hostBits < 1 || hostBits > 32 - prefix) return undefined;
  if (count * 2 ** hostBits > 2 ** (32 - prefix)) return undefined;
  const size = 2 ** (32 - prefix);
  const base = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const start = base - (base % size);
  return Array.from({ length: count }, (_, index) => {
    const address = start + index * 2 ** hostBits;
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
    return `${parts.join('.')}/${32 - hostBits}`;
  });
}
