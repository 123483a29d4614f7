import { createHash } from 'node:crypto';
import type { Bucket } from '../../aws/buckets.js';
import type { Kms } from '../../aws/kms.js';
import { withRetry } from '../../aws/retry.js';
import { RELEASES_KEY } from '../bootstrap/check.js';
import { digestOf, parseRecord, type ReleaseRecord, type SignedRecord } from './release-record.js';

/** A record that was read, and whether it is what was written. */
export interface FoundRelease {
  key: string;
  /** Id by the name of the object. */
  release: string;
  /** Left out for what cannot be read. */
  record?: ReleaseRecord;
  /** Why it is not to be believed; left out when its signature holds. */
  fault?: string;
}

/** The release records of one stack: `releases/STACK/ID.json` in the assets bucket. */
export class Releases {
  readonly #bucket: Bucket;
  readonly #kms: Kms;
  readonly #prefix: string;
  readonly #stack: string;

  constructor(bucket: Bucket, kms: Kms, stack: string) {
    this.#bucket = bucket;
    this.#kms = kms;
    this.#stack = stack;
    this.#prefix = `releases/${stack}/`;
  }

  /** Signs a record and puts it into the bucket. Done twice it is one record. Returns its key. */
  async write(record: Omit<ReleaseRecord, 'previous'>): Promise<string> {
    const key = this.#keyOf(record.release);
    const there = await this.read(record.release);
    if (there?.record && there.fault === undefined) return key; // a later record may hold this one's hash already
    const previous = await this.#before(record.release);
    const whole: ReleaseRecord = { ...record, ...(previous && { previous }) };
    const signed = await withRetry(() => this.#kms.signDigest(RELEASES_KEY, digestOf(whole)));
    const { keyArn, algorithm, value } = signed;
    const text: SignedRecord = {
      record: whole,
      signature: { key: keyArn, algorithm, value: value.toString('base64') },
    };
    await withRetry(() =>
      this.#bucket.putText(key, `${JSON.stringify(text, null, 2)}\n`, 'application/json'),
    );
    return key;
  }

  /** Every record, oldest first, each held against its signature and the one before it. */
  async list(): Promise<FoundRelease[]> {
    const keys = await withRetry(() => this.#bucket.keys(this.#prefix));
    const texts = await Promise.all(keys.map((key) => withRetry(() => this.#bucket.text(key))));
    const digests = new Map(keys.map((key, index) => [this.#releaseOf(key), sha256(texts[index] ?? '')]));
    return Promise.all(keys.map((key, index) => this.#judged(key, texts[index] ?? '', digests)));
  }

  /** One record, checked; undefined when there is none. */
  async read(release: string): Promise<FoundRelease | undefined> {
    const text = await withRetry(() => this.#bucket.text(this.#keyOf(release)));
    return text === undefined ? undefined : this.#judged(this.#keyOf(release), text);
  }

  async #before(release: string): Promise<ReleaseRecord['previous']> {
    const keys = await withRetry(() => this.#bucket.keys(this.#prefix));
    const last = keys.findLast((key) => this.#releaseOf(key) < release);
    if (last === undefined) return undefined;
    const text = await withRetry(() => this.#bucket.text(last));
    return text === undefined ? undefined : { release: this.#releaseOf(last), sha256: sha256(text) };
  }

  /** @param digests SHA-256 of every record's text by release; without them the one before is not looked at */
  async #judged(key: string, text: string, digests?: ReadonlyMap<string, string>): Promise<FoundRelease> {
    const release = this.#releaseOf(key);
    const found = parseRecord(text);
    if (!found) return { key, release, fault: 'it is no release record' };
    const { record } = found;
    const fault = (await this.#faultOf(release, found)) ?? (digests && gapIn(record, digests));
    return { key, release, record, ...(fault !== undefined && { fault }) };
  }

  async #faultOf(release: string, { record, signature }: SignedRecord): Promise<string | undefined> {
    if (record.release !== release || record.stack !== this.#stack)
      return `it is the record of ${record.release} of ${record.stack}, under another name`;
    const { algorithm, value } = signature;
    // by the alias, never by the key that the record names: whoever writes a record could name one of theirs
    const holds = await withRetry(() =>
      this.#kms.verifyDigest(RELEASES_KEY, algorithm, digestOf(record), Buffer.from(value, 'base64')),
    );
    return holds ? undefined : 'its signature does not hold: it was changed after it was written';
  }

  #keyOf(release: string): string {
    return `${this.#prefix}${release}.json`;
  }

  #releaseOf(key: string): string {
    return key.slice(this.#prefix.length).replace(/\.json$/, '');
  }
}

function gapIn({ previous }: ReleaseRecord, digests: ReadonlyMap<string, string>): string | undefined {
  if (!previous) return undefined;
  const found = digests.get(previous.release);
  if (found === undefined) return `the record before it, ${previous.release}, is gone`;
  return found === previous.sha256 ? undefined : `the record before it, ${previous.release}, was replaced`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
