import { createHash } from 'node:crypto';
import type { CanaryVerdict } from '../apply/canary/judge.js';
import type {
  CanaryReport,
  FailureFacts,
  GitState,
  PlanSummary,
  ReleaseContent,
  TrafficSeen,
} from '../apply/entries.js';

/** What a deploy leaves behind of itself, in one region. The shape only grows. */
export interface ReleaseRecord {
  format: 1;
  /** The deploy's id; the same in all its regions. */
  release: string;
  account: string;
  region: string;
  stack: string;
  stage: string;
  /** The release that was brought back; left out for a deploy of the sources. */
  rollbackTo?: string;
  by: string;
  /** ISO 8601, AWS's clock. */
  startedAt: string;
  endedAt: string;
  /** Left out where the project is in no git repository. */
  git?: GitState;
  content: ReleaseContent;
  plan: PlanSummary;
  /** `unverified`: deployed, but a check afterwards did not pass. */
  result: 'done' | 'unverified' | 'failed';
  /** Status of the stack afterwards. */
  stackStatus: string;
  failure?: FailureFacts;
  canaries: CanaryReport[];
  verdicts: CanaryVerdict[];
  /** What synthetic traffic saw, when it was asked for. */
  traffic?: TrafficSeen;
  verification?: string;
  /** The moment that the database can be brought back to; nothing sets it before there is a step for Atlas. */
  database: { pitr: null };
  /** The record before this one, and the SHA-256 of its text: a record that was taken away leaves a gap. */
  previous?: { release: string; sha256: string };
}

/** A record with its signature, as it lies in the bucket. */
export interface SignedRecord {
  record: ReleaseRecord;
  signature: {
    /** ARN of the KMS key. */
    key: string;
    algorithm: string;
    /** Base64. */
    value: string;
  };
}

/** SHA-256 of what is signed: the record as JSON with its keys in alphabetical order, at every depth. */
export function digestOf(record: ReleaseRecord): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(ordered(record)))
    .digest();
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]));
}

/** Reads a record's text; undefined for what is none. */
export function parseRecord(text: string): SignedRecord | undefined {
  try {
    const found = JSON.parse(text) as Partial<SignedRecord>;
    const whole =
      found.record?.format === 1 && typeof found.record.release === 'string' && found.signature !== undefined;
    return whole ? (found as SignedRecord) : undefined;
  } catch {
    return undefined;
  }
}
