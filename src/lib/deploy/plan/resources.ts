import type { ResourceChange } from '../../aws/change-sets.js';
import type { Sides } from './sides.js';

/** What happens to one resource. */
export interface PlannedResource {
  logicalId: string;
  type: string;
  /** `may-replace`: CloudFormation knows only when it is done. */
  action: 'add' | 'change' | 'replace' | 'may-replace' | 'remove' | 'import';
  physicalId?: string;
  /** Properties that change. */
  properties: string[];
  /** Follows from another resource's change, and may turn out to be none. */
  follows: boolean;
  /** Holds data, or what data cannot be read without, and the old one is deleted. */
  losesData: boolean;
  /** What else there is to know of it. */
  note?: string;
}

/** Types that hold data, or keys and secrets that others depend on. */
const STATEFUL =
  /^AWS::(S3::Bucket|KMS::(Key|ReplicaKey)|SecretsManager::Secret|Logs::LogGroup|DynamoDB::(Table|GlobalTable)|RDS::DB(Instance|Cluster)|EFS::FileSystem|SQS::Queue|Kinesis::Stream|Cognito::UserPool|ApiGateway::ApiKey|SSM::Parameter|Backup::BackupVault)$/;
/** Types that others know by an address which a new one does not have. */
const ADDRESSES = /^AWS::(ApiGateway::RestApi|CloudFront::Distribution|ApiGateway::DomainName)$/;
const KEPT = /^(Retain|RetainExceptOnCreate|Snapshot)$/;

/** True for a type that holds data, or what data cannot be read without. */
export function holdsData(type: string): boolean {
  return STATEFUL.test(type);
}

/** Changes of a change set, those that lose data first, then what goes, is replaced, changes, comes. */
export function plannedResources(changes: readonly ResourceChange[], sides: Sides): PlannedResource[] {
  const order = ['remove', 'replace', 'may-replace', 'change', 'add', 'import'];
  return changes
    .map((change) => plannedResource(change, sides))
    .sort(
      (a, b) =>
        Number(b.losesData) - Number(a.losesData) ||
        order.indexOf(a.action) - order.indexOf(b.action) ||
        a.logicalId.localeCompare(b.logicalId),
    );
}

function plannedResource(change: ResourceChange, sides: Sides): PlannedResource {
  const { logicalId, type, physicalId, causes } = change;
  const action = actionOf(change);
  const ends = action === 'remove' || action === 'replace' || action === 'may-replace';
  const stateful = holdsData(type) && ends;
  const losesData = stateful && !isKept(change, action, sides);
  const note = noteOf(type, ends, stateful && !losesData);
  return {
    logicalId,
    type,
    action,
    ...(physicalId !== undefined && { physicalId }),
    properties: [...new Set(causes.map(({ target }) => target).filter((name) => name !== ''))].sort(),
    follows: causes.length > 0 && !causes.some((one) => one.isCertain),
    losesData,
    ...(note !== undefined && { note }),
  };
}

function actionOf({ action, replacement }: ResourceChange): PlannedResource['action'] {
  if (action === 'Add') return 'add';
  if (action === 'Remove') return 'remove';
  if (action === 'Import') return 'import';
  if (replacement === 'True') return 'replace';
  return replacement === 'Conditional' || action === 'Dynamic' ? 'may-replace' : 'change';
}

/** Whether the old resource outlives the change: as CloudFormation says, else as the templates do. */
function isKept(
  change: ResourceChange,
  action: PlannedResource['action'],
  { before, after }: Sides,
): boolean {
  const { policyAction, logicalId } = change;
  if (policyAction !== undefined) return !/Delete$/.test(policyAction);
  const policy =
    action === 'remove' ? before.get(logicalId)?.deletionPolicy : after.get(logicalId)?.replacePolicy;
  return KEPT.test(policy ?? 'Delete');
}

function noteOf(type: string, ends: boolean, kept: boolean): string | undefined {
  if (kept) return 'the old one is kept, outside the stack';
  return ends && ADDRESSES.test(type) ? 'its address changes' : undefined;
}
