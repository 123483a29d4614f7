import { BlockList, isIP } from 'node:net';
import { PolicyError } from './error.js';
import { compilePattern, type Lookup } from './pattern.js';

/** Whether one value of the request fits one value of the policy. */
export type Test = (value: string, lookup: Lookup) => boolean;
type Compile = (wanted: string, variables: boolean) => Test;

/** An operator and whether it is the negation of its test. */
export interface Operator {
  compile: Compile;
  negated: boolean;
}

function text(wildcards: boolean, ignoreCase = false): Compile {
  return (wanted, variables) => {
    const pattern = compilePattern(wanted, { wildcards, variables, ignoreCase });
    return (value, lookup) => pattern.matches(value, lookup);
  };
}

function compared(
  read: (raw: string) => number,
  kind: string,
  holds: (value: number, wanted: number) => boolean,
): Compile {
  return (raw) => {
    const wanted = read(raw);
    if (Number.isNaN(wanted)) throw new PolicyError(`\`${raw}\` is no ${kind}`);
    return (value) => {
      const read_ = read(value);
      return !Number.isNaN(read_) && holds(read_, wanted);
    };
  };
}

function readNumber(raw: string): number {
  return raw.trim() === '' ? Number.NaN : Number(raw);
}

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** ISO 8601 or epoch seconds → epoch milliseconds. A time without zone is UTC. */
function readDate(raw: string): number {
  if (/^\d{5,}(\.\d+)?$/.test(raw)) return Number(raw) * 1000;
  if (!ISO_DATE.test(raw)) return Number.NaN;
  return Date.parse(raw.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(raw) ? `${raw}Z` : raw);
}

const bool: Compile = (raw) => {
  const wanted = raw.toLowerCase();
  if (wanted !== 'true' && wanted !== 'false') throw new PolicyError(`\`${raw}\` is neither true nor false`);
  return (value) => value.toLowerCase() === wanted;
};

const binary: Compile = (raw) => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(raw)) throw new PolicyError('a Binary condition value is no base64');
  return (value) => value === raw;
};

/** IPv4 and IPv6, single addresses or CIDR blocks. */
const ipAddress: Compile = (raw) => {
  const [address = '', prefix] = raw.split('/');
  const version = isIP(address);
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
  const legal = version !== 0 && (prefix === undefined || /^\d{1,3}$/.test(prefix));
  if (!legal || bits > (version === 4 ? 32 : 128))
    throw new PolicyError(`\`${raw}\` is no IP address or CIDR block`);
  const block = new BlockList();
  block.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  return (value) => {
    const plain = value.replace(/^::ffff:(?=\d+\.)/i, '');
    const kind = isIP(plain);
    return kind !== 0 && block.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
  };
};

/** Each of the six parts of an ARN is matched by itself; `*` does not reach over a colon, but for the last part. */
const arn: Compile = (raw, variables) => {
  const parts = splitArn(raw).map((part) => compilePattern(part, { wildcards: true, variables }));
  return (value, lookup) => {
    const given = splitArn(value);
    return (
      given.length === parts.length &&
      parts.every((part, index) => part.matches(given[index] as string, lookup))
    );
  };
};

function splitArn(raw: string): string[] {
  const parts = raw.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

const plain = (compile: Compile): Operator => ({ compile, negated: false });
const not = (compile: Compile): Operator => ({ compile, negated: true });
const numeric = (holds: (value: number, wanted: number) => boolean): Compile =>
  compared(readNumber, 'number', holds);
const dated = (holds: (value: number, wanted: number) => boolean): Compile =>
  compared(readDate, 'date', holds);
const equal = (value: number, wanted: number): boolean => value === wanted;
const less = (value: number, wanted: number): boolean => value < wanted;
const lessOrEqual = (value: number, wanted: number): boolean => value <= wanted;
const greater = (value: number, wanted: number): boolean => value > wanted;
const greaterOrEqual = (value: number, wanted: number): boolean => value >= wanted;

/** IAM's condition operators, less `Null` and the prefixes and suffixes that all of them take. */
export const OPERATORS: Record<string, Operator> = {
  StringEquals: plain(text(false)),
  StringNotEquals: not(text(false)),
  StringEqualsIgnoreCase: plain(text(false, true)),
  StringNotEqualsIgnoreCase: not(text(false, true)),
  StringLike: plain(text(true)),
  StringNotLike: not(text(true)),
  NumericEquals: plain(numeric(equal)),
  NumericNotEquals: not(numeric(equal)),
  NumericLessThan: plain(numeric(less)),
  NumericLessThanEquals: plain(numeric(lessOrEqual)),
  NumericGreaterThan: plain(numeric(greater)),
  NumericGreaterThanEquals: plain(numeric(greaterOrEqual)),
  DateEquals: plain(dated(equal)),
  DateNotEquals: not(dated(equal)),
  DateLessThan: plain(dated(less)),
  DateLessThanEquals: plain(dated(lessOrEqual)),
  DateGreaterThan: plain(dated(greater)),
  DateGreaterThanEquals: plain(dated(greaterOrEqual)),
  Bool: plain(bool),
  BinaryEquals: plain(binary),
  IpAddress: plain(ipAddress),
  NotIpAddress: not(ipAddress),
  ArnEquals: plain(arn),
  ArnLike: plain(arn),
  ArnNotEquals: not(arn),
  ArnNotLike: not(arn),
};
