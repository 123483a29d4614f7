/** One version of an object, or a delete marker. Dates are epoch ms. */
export interface StoredVersion {
  /** `null` for what was written while versioning was off. */
  versionId: string;
  modified: number;
  isDeleteMarker?: boolean;
  /** Names the bytes in the blob store. */
  blob?: string;
  size: number;
  etag: string;
  /** Headers that were sent with it and go out with it. */
  headers: Record<string, string>;
  /** `x-amz-meta-…`, without the prefix. */
  metadata: Record<string, string>;
  /** Header name of the algorithm (`crc32`, `sha256`, …) → base64. */
  checksums: Record<string, string>;
  checksumType?: 'FULL_OBJECT' | 'COMPOSITE';
  tags: Record<string, string>;
  kmsKeyArn?: string;
  /** Sizes of a multipart object's parts. */
  parts?: number[];
}

export interface StoredPart {
  number: number;
  blob: string;
  size: number;
  etag: string;
  modified: number;
  checksums: Record<string, string>;
}

/** A multipart upload that has not been completed. */
export interface StoredUpload {
  id: string;
  key: string;
  startedAt: number;
  headers: Record<string, string>;
  metadata: Record<string, string>;
  tags: Record<string, string>;
  kmsKeyArn?: string;
  checksumAlgorithm?: string;
  parts: Record<string, StoredPart>;
}

export interface StoredBucket {
  name: string;
  accountId: string;
  region: string;
  createdAt: number;
  versioning?: 'Enabled' | 'Suspended';
  policy?: string;
  /** Configurations that are kept as they were sent, by subresource: `encryption`, `lifecycle`, … */
  configurations: Record<string, string>;
  /** Versions by key, newest first. */
  objects: Record<string, StoredVersion[]>;
  uploads: Record<string, StoredUpload>;
}
