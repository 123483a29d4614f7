import type { Dict } from '../../../../src/core/dict.js';

/** A resource of a stack. Dates are epoch ms. */
export interface StoredResource {
  logicalId: string;
  type: string;
  /** Missing until the handler told it. */
  physicalId?: string;
  /** CloudFormation's: `CREATE_COMPLETE` … */
  status: string;
  reason?: string;
  updatedAt: number;
  /** The resolved properties in force. */
  properties: Dict;
  /** Tags of the stack that it was made with. */
  stackTags: Record<string, string>;
  attributes: Dict;
  /** Logical ids that it refers to: those are made before it and deleted after it. */
  needs: string[];
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  metadata?: unknown;
  /** An update that has begun and not succeeded: what it wanted, the replacement it was making, and what it began from. */
  attempt?: { properties: Dict; isReplacement: boolean; physicalId?: string; before?: Dict };
  drift?: StoredDrift;
}

/** A resource that is no part of its stack any more and waits for its deletion. */
export interface StoredGarbage extends StoredResource {
  /** Why: the template lost it, another took its place, or the operation that made it is taken back. */
  cause: 'removed' | 'replaced' | 'undone';
}

export interface StoredDrift {
  status: 'IN_SYNC' | 'MODIFIED' | 'DELETED' | 'NOT_CHECKED';
  checkedAt: number;
  expected?: Dict;
  actual?: Dict;
  differences: { path: string; expected?: string; actual?: string; type: 'ADD' | 'REMOVE' | 'NOT_EQUAL' }[];
}

export interface StoredEvent {
  id: string;
  at: number;
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  reason?: string;
  /** JSON text. */
  properties?: string;
  token?: string;
}

export interface StoredOutput {
  key: string;
  value: string;
  description?: string;
  exportName?: string;
}

/** What a stack is made from. */
export interface StackSource {
  /** As it was sent. */
  template: string;
  /** The values in force, defaults among them. */
  parameters: Record<string, string>;
  tags: Record<string, string>;
  capabilities: string[];
  roleArn?: string;
}

/** A stack as it was before an update, to go back to. */
export interface StoredBefore extends StackSource {
  resources: Record<string, StoredResource>;
  outputs: StoredOutput[];
  imports: string[];
}

export type OperationKind =
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'ROLLBACK'
  | 'UPDATE_ROLLBACK'
  | 'CLEANUP'
  | 'ROLLBACK_CLEANUP';

/** An operation under way: what a restart goes on with. */
export interface StoredOperation {
  kind: OperationKind;
  token?: string;
  /** What is done when it fails; of the request, else `ROLLBACK`. */
  onFailure: 'ROLLBACK' | 'DO_NOTHING' | 'DELETE';
  /** Logical ids that a deletion leaves alone. */
  retain?: string[];
  /** Failing deletions are left behind. */
  force?: boolean;
  /** Logical ids that a rollback passes over. */
  skip?: string[];
  /** Policy in force for this update alone. */
  policy?: string;
  changeSetId?: string;
  /** Epoch ms at which it fails. */
  deadline?: number;
}

export interface StoredStack extends StackSource {
  id: string;
  name: string;
  description?: string;
  status: string;
  statusReason?: string;
  createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  disableRollback: boolean;
  isProtected: boolean;
  policy?: string;
  notificationArns: string[];
  timeoutInMinutes?: number;
  changeSetId?: string;
  outputs: StoredOutput[];
  /** Names of exports that it uses. */
  imports: string[];
  resources: Record<string, StoredResource>;
  /** Oldest first. */
  events: StoredEvent[];
  /** There while an update runs, and after one that failed and was not rolled back. */
  before?: StoredBefore;
  /** What the cleanup at an operation's end deletes. */
  garbage: StoredGarbage[];
  operation?: StoredOperation;
  /** Tokens of requests that were answered, with the action they were for. */
  tokens: Record<string, string>;
  drift?: { id: string; at: number; status: 'DRIFTED' | 'IN_SYNC'; count: number };
}

export interface PlannedDetail {
  attribute: string;
  name?: string;
  recreation?: 'Never' | 'Conditionally' | 'Always';
  path?: string;
  before?: string;
  after?: string;
  changeType?: 'Add' | 'Remove' | 'Modify';
  evaluation: 'Static' | 'Dynamic';
  source?: string;
  cause?: string;
}

/** One resource of a change set. */
export interface PlannedChange {
  action: 'Add' | 'Modify' | 'Remove';
  logicalId: string;
  type: string;
  physicalId?: string;
  replacement?: 'True' | 'False' | 'Conditional';
  policyAction?: string;
  scope: string[];
  details: PlannedDetail[];
  /** JSON text. */
  before?: string;
  after?: string;
  /** Known to be without effect once values are looked at: left out where values are asked for. */
  isUnlikely?: boolean;
}

export interface StoredChangeSet extends StackSource {
  id: string;
  name: string;
  stackId: string;
  stackName: string;
  kind: 'CREATE' | 'UPDATE';
  description?: string;
  createdAt: number;
  status: 'CREATE_COMPLETE' | 'FAILED';
  statusReason?: string;
  execution:
    | 'AVAILABLE'
    | 'UNAVAILABLE'
    | 'EXECUTE_IN_PROGRESS'
    | 'EXECUTE_COMPLETE'
    | 'EXECUTE_FAILED'
    | 'OBSOLETE';
  changes: PlannedChange[];
  onStackFailure?: StoredOperation['onFailure'];
  notificationArns: string[];
  token?: string;
}

/** CloudFormation of one account in one region. */
export interface CloudFormationState {
  /** By ARN. */
  stacks: Record<string, StoredStack>;
  /** By ARN. */
  changeSets: Record<string, StoredChangeSet>;
}

export function emptyCloudFormation(): CloudFormationState {
  return { stacks: {}, changeSets: {} };
}
