import { join } from 'node:path';
import { userError } from '../../../core/errors.js';
import { loadTemplate } from '../../../core/stack/load.js';
import type { StackModel } from '../../../core/stack/model.js';
import { sha256 } from '../package/archive-store.js';
import type { FunctionPackage } from '../package/function-package.js';
import { packageFunctions } from '../package/package-functions.js';
import { freshDeployments } from './deployments.js';
import type { StageSettings } from './stage-settings.js';
import { templateText } from './template-text.js';
import { freshVersions } from './versions.js';

/** Largest template that CloudFormation reads from S3, in bytes; one in the call itself may have 51,200. */
const MOST_BYTES = 1_048_576;

/** Where archives lie by default: a bucket for each account and region. */
export const ASSETS_BUCKET = 'arcube-assets-${AWS::AccountId}-${AWS::Region}';

/** What to make a template of. */
export interface SynthRequest {
  settings: StageSettings;
  /** Absolute path of the template. */
  template: string;
  accountId: string;
  /** Name of the bucket; pseudo parameters are put in by CloudFormation. */
  bucket: string;
  cacheDir: string;
}

/** What would be sent to CloudFormation. */
export interface Synthesised {
  settings: StageSettings;
  /** Plain CloudFormation, for any account and region. */
  template: Record<string, unknown>;
  /** The template as YAML. */
  text: string;
  sha256: string;
  /** As CloudFormation's API takes them; values under `NoEcho` are left out. */
  parameters: { ParameterKey: string; ParameterValue: string }[];
  /** Names of parameters under `NoEcho`. */
  hidden: string[];
  capabilities: string[];
  functions: FunctionPackage[];
}

/**
 * Checks a template with everything it includes, packages its functions, and makes the template that CloudFormation takes:
 * code by content in S3, the API's document inside, no transforms. Throws STACK_INVALID, TEMPLATE_TOO_LARGE and what
 * `packageFunctions` throws.
 */
export async function synthesise(request: SynthRequest): Promise<Synthesised> {
  const { settings, accountId, template: file, bucket, cacheDir } = request;
  const { region, stackName, parameters, stage } = settings;
  const { stack, template, diagnostics } = loadTemplate({
    file,
    region,
    accountId,
    stackName,
    parameters,
    offered: { Stage: stage },
  });
  if (!stack || !template) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw userError('STACK_INVALID', { file, diagnostics: errors });
  }
  const functions = await packageFunctions({ functions: stack.functions, template: file, cacheDir });
  const sent = freshDeployments(freshVersions(withCode(template, functions, bucket), stack, functions));
  const text = await templateText(sent, join(cacheDir, 'templates'));
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) throw userError('TEMPLATE_TOO_LARGE', { file, bytes, limit: MOST_BYTES });
  return {
    settings,
    template: sent,
    text,
    sha256: sha256(text),
    ...parametersOf(stack.parameters),
    capabilities: capabilitiesOf(sent),
    functions,
  };
}

type Dict = Record<string, unknown>;

function withCode(template: Dict, functions: FunctionPackage[], bucket: string): Dict {
  const resources: Dict = { ...(template.Resources as Dict) };
  for (const { function: id, key } of functions) {
    const resource = resources[id] as Dict;
    const S3Bucket = bucket.includes('${') ? { 'Fn::Sub': bucket } : bucket;
    const properties = { ...(resource.Properties as Dict), Code: { S3Bucket, S3Key: key } };
    resources[id] = { ...resource, Properties: properties };
  }
  return { ...template, Resources: resources };
}

function parametersOf(values: StackModel['parameters']): Pick<Synthesised, 'parameters' | 'hidden'> {
  const parameters: Synthesised['parameters'] = [];
  const hidden: string[] = [];
  for (const [ParameterKey, value] of Object.entries(values)) {
    if (typeof value === 'string') parameters.push({ ParameterKey, ParameterValue: value });
    else hidden.push(ParameterKey);
  }
  return { parameters, hidden };
}

/** What has to be acknowledged: IAM resources, with names of their own or without. */
function capabilitiesOf(template: Dict): string[] {
  const resources = Object.values(template.Resources as Record<string, { Type?: string; Properties?: Dict }>);
  const iam = resources.filter(({ Type }) => Type?.startsWith('AWS::IAM::'));
  const named = iam.some(({ Properties = {} }) =>
    ['RoleName', 'UserName', 'GroupName', 'InstanceProfileName', 'ManagedPolicyName'].some((name) =>
      Object.hasOwn(Properties, name),
    ),
  );
  if (named) return ['CAPABILITY_NAMED_IAM'];
  return iam.length > 0 ? ['CAPABILITY_IAM'] : [];
}
