import { randomBytes } from 'node:crypto';
import { userError } from '../../core/errors.js';
import { Secret } from '../../core/secret.js';
import { secretNamesByKind, tenantSecretsPrefix } from '../../core/stack/holds.js';
import { confirmEverywhere } from '../aws/confirm-account.js';
import { type AwsOptions, AwsRegion } from '../aws/region.js';
import { withRetry } from '../aws/retry.js';
import { ServiceClock } from '../aws/service-clock.js';
import { projectStack } from '../project/project-stack.js';
import { explainFailure } from './failures.js';
import { environmentOf, liveFunctions, readSettings } from './settings.js';
import type { RotationChoices, Target } from './target.js';

/** What a person names: there is no default environment. */
export interface TargetRequest {
  projectDir: string;
  account: string | undefined;
  stack: string;
  stage: string;
  regions: string[];
  /** Base URL of an endpoint for all AWS services. */
  endpoint?: string | undefined;
  /** Credentials instead of the SDK's chain. */
  credentials?: AwsOptions['credentials'];
  apiUrls: Record<string, string>;
  choices: RotationChoices;
  /** The command to try again with. */
  command: string;
}

/**
 * Asks STS in every region who calls, holds that against the account that was named, and reads the stack's settings.
 * Throws AWS_WRONG_ACCOUNT, and the errors of an account that cannot be reached.
 */
export async function openTarget(request: TargetRequest): Promise<Target> {
  const clock = new ServiceClock();
  const { endpoint, credentials, account, command } = request;
  const regions = request.regions.map((name) => new AwsRegion(name, clock, { endpoint, credentials }));
  const [home, ...others] = regions;
  if (!home) throw userError('ROTATION_TARGET_MISSING', { missing: ['--region'] });
  try {
    const identity = await confirmEverywhere([home, ...others], account, command);
    const where = {
      accountId: identity.account,
      region: home.name,
      stackName: request.stack,
      stage: request.stage,
    };
    const model = projectStack(request.projectDir, where);
    const live = await attempt(home.name, command, () => liveFunctions(model, home));
    return {
      account: identity.account,
      caller: identity.arn,
      stack: request.stack,
      stage: request.stage,
      regions,
      model,
      settings: readSettings(model, live),
      environment: environmentOf(model, live),
      apiUrls: request.apiUrls,
      clock,
      secretNames: secretNamesByKind(model),
      tenantPrefix: tenantSecretsPrefix(model),
      choices: request.choices,
      command: request.command,
      random: (bytes) => new Secret(randomBytes(bytes)),
    };
  } catch (error) {
    for (const region of regions) region.close();
    throw error;
  }
}

/** Closes every connection of a target. */
export function closeTarget(target: Target): void {
  for (const region of target.regions) region.close();
}

/** Runs what only reads; its failures leave everything as it was. */
export async function attempt<T>(region: string, command: string, read: () => Promise<T>): Promise<T> {
  try {
    return await withRetry(read);
  } catch (error) {
    throw explainFailure(error, { step: 'look', region, state: 'Nothing was changed.', next: command });
  }
}
