/** Documents are kept as JSON text, as they were given. Dates are epoch ms. */
export interface StoredUser {
  name: string;
  id: string;
  arn: string;
  path: string;
  createdAt: number;
  inline: Record<string, string>;
  attached: string[];
  boundary?: string;
  tags: Record<string, string>;
  accessKeys: StoredAccessKey[];
}

export interface StoredAccessKey {
  id: string;
  secret: string;
  active: boolean;
  createdAt: number;
  lastUsed?: { date: number; service: string; region: string };
}

export interface StoredRole {
  name: string;
  id: string;
  arn: string;
  path: string;
  createdAt: number;
  description?: string;
  trust: string;
  /** Seconds. */
  maxSession: number;
  inline: Record<string, string>;
  attached: string[];
  boundary?: string;
  tags: Record<string, string>;
}

export interface StoredPolicy {
  name: string;
  id: string;
  arn: string;
  path: string;
  description?: string;
  createdAt: number;
  updatedAt: number;
  versions: { id: string; document: string; createdAt: number }[];
  defaultVersion: string;
  nextVersion: number;
  tags: Record<string, string>;
}

/** Users, roles and policies of an account; they belong to no region. */
export interface IamState {
  users: Record<string, StoredUser>;
  roles: Record<string, StoredRole>;
  /** By ARN. */
  policies: Record<string, StoredPolicy>;
}

/** IAM before anything was made. */
export function emptyIam(): IamState {
  return { users: {}, roles: {}, policies: {} };
}
