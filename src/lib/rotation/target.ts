import type { Secret } from '../../core/secret.js';
import type { SecretKind } from '../../core/stack/holds.js';
import type { StackModel } from '../../core/stack/model.js';
import type { AwsRegion } from '../aws/region.js';
import type { ServiceClock } from '../aws/service-clock.js';
import type { RotationSettings } from './waits.js';

/** How keys are kept and found; choices of whoever rotates. */
export interface RotationChoices {
  /** Only keys of these tenants; all when empty. */
  tenants: string[];
  /** Where new signing keys are kept; where the present one is when left out. */
  keyStore?: 'secrets-manager' | 'kms' | undefined;
  /** Secret with the access to the databases' users; the template's when left out. */
  adminSecret?: string | undefined;
  /** Remove an AWSPENDING label that nobody answers for. */
  discardPending: boolean;
}

/** What a rotation is done to, confirmed: an account, a stage, regions. */
export interface Target {
  account: string;
  /** ARN of whoever rotates. */
  caller: string;
  stack: string;
  stage: string;
  regions: AwsRegion[];
  model: StackModel;
  settings: RotationSettings;
  /** Variables of the stack's functions: those in force where they could be read, else the template's. */
  environment: Readonly<Record<string, string>>;
  /** Base URL of the API by region. */
  apiUrls: Readonly<Record<string, string>>;
  clock: ServiceClock;
  secretNames: Partial<Record<SecretKind, string>>;
  /** What the names of tenants’ secrets begin with. */
  tenantPrefix: string;
  choices: RotationChoices;
  /** The command line to try again with. */
  command: string;
  /** New random values. */
  random: (bytes: number) => Secret<Buffer>;
}

/** The region of this name. */
export function regionOf(target: Target, name: string): AwsRegion {
  const found = target.regions.find((region) => region.name === name);
  if (!found) throw new RangeError(`${name} is not a region of this rotation`);
  return found;
}
