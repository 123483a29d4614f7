/** One version of a secret. Its value is a KMS ciphertext, base64; none yet while a rotation only announced it. */
export interface SecretVersion {
  sealed?: string;
  kind?: 'string' | 'binary';
  stages: string[];
  /** Epoch ms. */
  createdDate: number;
  /** Epoch ms of the day it was last read, midnight UTC. */
  lastAccessedDate?: number;
}

/** When a secret is rotated, and by what. */
export interface Rotation {
  enabled: boolean;
  lambdaArn?: string;
  rules: { AutomaticallyAfterDays?: number; Duration?: string; ScheduleExpression?: string };
  /** Epoch ms. */
  lastRotated?: number;
  next?: number;
}

/** A secret as it is kept; dates are epoch ms. */
export interface StoredSecret {
  arn: string;
  name: string;
  description?: string;
  kmsKeyId?: string;
  createdDate: number;
  lastChangedDate: number;
  lastAccessedDate?: number;
  /** When its deletion was asked for, and when it will be gone. */
  deletedDate?: number;
  goneDate?: number;
  tags: Record<string, string>;
  policy?: string;
  rotation?: Rotation;
  versions: Record<string, SecretVersion>;
}

/** Secrets of an account in a region, by ARN. */
export interface SecretsState {
  secrets: Record<string, StoredSecret>;
}
