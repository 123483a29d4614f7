import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { wordsOf } from './contract.js';

/** Where the contract lies beside a checkout that has it; elsewhere what is recorded of it counts. */
const CONTRACT = '../shared/contract/arcube-api.md';
const RECORDED = 'test/conformance/contract/facts.yaml';

interface Recorded {
  /** Names by section of the contract. */
  spoken: Record<string, string[]>;
  /** Names that are never on the wire, and why. */
  unspoken: Record<string, string>;
}

const recorded = parse(readFileSync(RECORDED, 'utf8')) as Recorded;

/** Every name that the contract's sections on the wire write as code, in order, by number of section. */
export function contractNames(): Record<string, string[]> | undefined {
  if (!existsSync(CONTRACT)) return undefined;
  const sections = readFileSync(CONTRACT, 'utf8').split(/^## /m);
  return Object.fromEntries(
    sections
      .filter((section) => /^[1-6]\./.test(section))
      .map((section) => [section[0], namesOf(section)] as const),
  );
}

function namesOf(section: string): string[] {
  const spans = section.match(/`[^`]+`/g) ?? [];
  return [...new Set(spans.flatMap((span) => wordsOf(span.replaceAll('\\n', ' '))))];
}

/** Names that have to be on the wire: the recorded ones, and whatever the contract at hand says beyond them. */
export function spokenNames(): string[] {
  const names = [...Object.values(recorded.spoken), ...Object.values(contractNames() ?? {})].flat();
  return [...new Set(names)].filter((name) => !Object.hasOwn(recorded.unspoken, name));
}
