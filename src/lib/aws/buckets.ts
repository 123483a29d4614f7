import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { AwsRegion } from './region.js';

/** An endpoint of one's own is asked by paths: names of buckets before its host lead nowhere. */
class PathClient extends S3Client {
  constructor(config: ConstructorParameters<typeof S3Client>[0] & { endpoint?: string }) {
    super({ ...config, forcePathStyle: config.endpoint !== undefined });
  }
}

/** How things stand with a bucket's name: everybody's buckets share their names. */
export type BucketState = 'ours' | 'missing' | 'foreign';

/** One bucket, of which the owner is known: every call says so, and S3 refuses when it is another. */
export class Bucket {
  readonly name: string;
  readonly #owner: string;
  readonly #client: S3Client;
  readonly #region: AwsRegion;

  /** @param owner account, twelve digits */
  constructor(region: AwsRegion, name: string, owner: string) {
    this.name = name;
    this.#owner = owner;
    this.#region = region;
    this.#client = region.client(PathClient);
  }

  /** Whether the bucket is there, and whose. A bucket in another region is not this one. */
  async state(): Promise<BucketState> {
    try {
      await this.#client.send(new HeadBucketCommand(this.#where));
      return 'ours';
    } catch (error) {
      // HEAD answers have no body: the status is all there is
      const status = statusOf(error);
      if (status === 404) return 'missing';
      if (status === 403 || status === 301) return 'foreign';
      throw error;
    }
  }

  /** Whether the bucket keeps what is overwritten. */
  async isVersioned(): Promise<boolean> {
    return (await this.#client.send(new GetBucketVersioningCommand(this.#where))).Status === 'Enabled';
  }

  /** Bytes of an object whose content has this SHA-256 (hexadecimal); undefined when there is none, or another. */
  async has(key: string, sha256: string): Promise<number | undefined> {
    try {
      const { ChecksumSHA256, ContentLength = 0 } = await this.#client.send(
        new HeadObjectCommand({ ...this.#where, Key: key, ChecksumMode: 'ENABLED' }),
      );
      return ChecksumSHA256 === base64(sha256) ? ContentLength : undefined;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** Puts a file's content; S3 refuses it when it did not arrive as it was sent. */
  async putFile(key: string, file: string, sha256: string): Promise<void> {
    await this.#put(key, await readFile(file), sha256, 'application/zip');
  }

  /** Puts a text. */
  async putText(key: string, text: string, contentType: string): Promise<void> {
    const body = Buffer.from(text);
    await this.#put(key, body, createHash('sha256').update(body).digest('hex'), contentType);
  }

  /** An object's text; undefined when there is none. */
  async text(key: string): Promise<string | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#where, Key: key }));
      return await Body?.transformToString('utf8');
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** Keys that begin with `prefix`, in alphabetical order. */
  async keys(prefix: string): Promise<string[]> {
    const found: string[] = [];
    const pages = paginateListObjectsV2({ client: this.#client }, { ...this.#where, Prefix: prefix });
    for await (const { Contents = [] } of pages)
      for (const { Key } of Contents) if (Key !== undefined) found.push(Key);
    return found;
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ ...this.#where, Key: key }));
  }

  /** Where other services of AWS find an object. */
  url(key: string): string {
    const { name, endpoint } = this.#region;
    const { url } = this.#client.config.endpointProvider({
      Region: name,
      Bucket: this.name,
      ...(endpoint !== undefined && { Endpoint: endpoint, ForcePathStyle: true }),
    });
    return `${url.href.replace(/\/$/, '')}/${key}`;
  }

  async #put(key: string, body: Buffer, sha256: string, contentType: string): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        ...this.#where,
        Key: key,
        Body: body,
        ContentType: contentType,
        ChecksumAlgorithm: 'SHA256',
        ChecksumSHA256: base64(sha256),
      }),
    );
  }

  get #where(): { Bucket: string; ExpectedBucketOwner: string } {
    return { Bucket: this.name, ExpectedBucketOwner: this.#owner };
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

function base64(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString('base64');
}
