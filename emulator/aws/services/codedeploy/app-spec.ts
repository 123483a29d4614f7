import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { Dict } from '../../../../src/core/dict.js';
import type { Input } from '../../protocol/input.js';
import type { CodeDeploy } from './code-deploy.js';
import { refuse } from './faults.js';
import type { AppSpec, HookName } from './stored.js';

const HOOKS: readonly HookName[] = ['BeforeAllowTraffic', 'AfterAllowTraffic'];

/** A revision's AppSpec: text of the request, or a file in a bucket. Throws `InvalidRevisionException`. */
export async function readRevision(context: CodeDeploy, revision: Input): Promise<AppSpec> {
  const type = revision.text('revisionType', {
    oneOf: ['S3', 'GitHub', 'String', 'AppSpecContent'],
  });
  if (type === 'GitHub') throw invalid('Deployments from GitHub are not for the Lambda compute platform.');
  const text = type === 'S3' ? await fromBucket(context, revision) : textOf(revision, type);
  return readAppSpec(text);
}

/** Reads an AppSpec of YAML or JSON; names are taken whatever their case, as CodeDeploy takes them. */
export function readAppSpec(text: string): AppSpec {
  const whole = lowered(parsed(text));
  const resources = listed(whole.resources);
  if (resources.length !== 1) throw invalid('The AppSpec file must have exactly one resource.');
  const [[name, resource] = ['', {}]] = Object.entries(resources[0] ?? {});
  const { type, properties } = lowered(resource);
  if (type !== 'AWS::Lambda::Function')
    throw invalid('The resource of the AppSpec file must be of the type AWS::Lambda::Function.');
  const values = lowered(properties);
  const required = (key: string): string => {
    const value = values[key.toLowerCase()];
    if (value === undefined || value === null || value === '')
      throw invalid(`The AppSpec file has no ${key} of the Lambda function.`);
    return String(value);
  };
  return {
    resource: name,
    functionName: required('Name'),
    alias: required('Alias'),
    currentVersion: required('CurrentVersion'),
    targetVersion: required('TargetVersion'),
    hooks: hooksOf(whole.hooks),
  };
}

/** The AppSpec of a deployment as JSON text, in the case that AWS's examples have. */
export function writeAppSpec({ resource, hooks, ...spec }: AppSpec): string {
  const properties = {
    Name: spec.functionName,
    Alias: spec.alias,
    CurrentVersion: spec.currentVersion,
    TargetVersion: spec.targetVersion,
  };
  return JSON.stringify({
    version: 0,
    Resources: [{ [resource]: { Type: 'AWS::Lambda::Function', Properties: properties } }],
    Hooks: Object.entries(hooks).map(([name, fn]) => ({ [name]: fn })),
  });
}

function hooksOf(value: unknown): AppSpec['hooks'] {
  const hooks: AppSpec['hooks'] = {};
  for (const [name, fn] of listed(value).flatMap((one) => Object.entries(one))) {
    const known = HOOKS.find((hook) => hook.toLowerCase() === name.toLowerCase());
    if (!known) throw invalid(`${name} is no lifecycle event of the Lambda compute platform.`);
    hooks[known] = String(fn);
  }
  return hooks;
}

function textOf(revision: Input, type: string): string {
  const holder = revision.inner(type === 'String' ? 'string' : 'appSpecContent');
  const content = holder.text('content');
  const sha256 = holder.optionalText('sha256');
  if (sha256 !== undefined && sha256 !== createHash('sha256').update(content).digest('hex'))
    throw invalid('The SHA256 hash of the revision does not match its content.');
  return content;
}

async function fromBucket({ world }: CodeDeploy, revision: Input): Promise<string> {
  const location = revision.inner('s3Location');
  const bundle = location.optionalText('bundleType') ?? 'YAML';
  if (bundle !== 'YAML' && bundle !== 'JSON')
    throw invalid('The bundle type of a revision for the Lambda compute platform is YAML or JSON.');
  try {
    const bytes = await world.objects.readObject(
      location.text('bucket'),
      location.text('key'),
      location.optionalText('version'),
    );
    return bytes.toString('utf8');
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    throw invalid(`The revision cannot be read from Amazon S3: ${name}: ${message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw invalid('The AppSpec file is neither valid YAML nor valid JSON.');
  }
}

function listed(value: unknown): Dict[] {
  return Array.isArray(value)
    ? value.filter((one): one is Dict => typeof one === 'object' && one !== null)
    : [];
}

/** The members of a map with their names in lower case; none of what is no map. */
function lowered(value: unknown): Dict {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]));
}

function invalid(message: string) {
  return refuse('InvalidRevision', message);
}
