/** One version of a parameter. A `SecureString` is a KMS ciphertext, base64. */
export interface StoredVersion {
  version: number;
  type: 'String' | 'StringList' | 'SecureString';
  value: string;
  keyId?: string;
  description?: string;
  allowedPattern?: string;
  dataType: string;
  tier: string;
  modified: number;
  user: string;
  labels: string[];
}

export interface StoredParameter {
  name: string;
  /** Oldest first. */
  versions: StoredVersion[];
  tags: Record<string, string>;
}

export interface SsmState {
  parameters: Record<string, StoredParameter>;
}
