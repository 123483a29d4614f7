import { createHash } from 'node:crypto';
import type { LambdaFunction } from '../../../src/core/stack/model.js';
import { parseFunctionName } from '../function-name.js';
import { conflict, constraint, invalid } from '../refusals.js';
import { arnIn, type FunctionEntry, type Scope } from '../registry.js';
import type { LambdaService } from '../service.js';
import { fetchPackage } from './code.js';
import { mergeSettings, shownSettings } from './settings.js';

const RUNTIMES = ['nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'];
const ROLE = /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;

/** Where the code of a new function is. `inline` is CloudFormation's `ZipFile`: text, not an archive. */
export interface CodeSource {
  inline?: string;
  archive?: Record<string, unknown>;
}

/**
 * Makes a function from the members of `CreateFunction`; it is `Pending` until its code is loaded. Throws Lambda's own
 * errors.
 */
export async function makeFunction(
  service: LambdaService,
  scope: Scope,
  body: Record<string, unknown>,
  source: CodeSource,
): Promise<FunctionEntry> {
  const { name } = parseFunctionName(String(body.FunctionName ?? ''));
  const arn = arnIn(scope, name);
  const { registry } = service.functions;
  checkKind(body);
  checkRole(service, body.Role);
  const description = String(body.Description ?? '');
  const shown = shownSettings(body);
  const settings = mergeSettings(blank(name, arn), body);
  if (registry.get(arn)) throw conflict(`Function already exist: ${name}`);
  const facts = await codeOf(service, source);
  if (registry.get(arn)) throw conflict(`Function already exist: ${name}`);
  const { code, ...sizes } = facts;
  const entry = service.functions.create({
    definition: { ...settings, code },
    description,
    shown,
    tags: (body.Tags ?? {}) as Record<string, string>,
    ...sizes,
  });
  if (body.Publish === true) service.functions.publish(entry);
  await service.functions.kept.save();
  return entry;
}

/** Refuses a role that Lambda may not take on. */
export function checkRole({ options }: LambdaService, role: unknown): void {
  if (typeof role !== 'string') throw constraint('role', role, 'Member must not be null');
  if (!ROLE.test(role))
    throw constraint(
      'role',
      role,
      `Member must satisfy regular expression pattern: ${ROLE.source.slice(1, -1)}`,
    );
  if (options.trusts && !options.trusts(role, 'lambda.amazonaws.com'))
    throw invalid('The role defined for the function cannot be assumed by Lambda.');
}

/** Refuses a runtime that there is not, or that the emulator cannot run. */
export function checkRuntime(runtime: unknown): void {
  if (RUNTIMES.includes(String(runtime))) return;
  throw invalid(
    `Value ${String(runtime)} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(', ')}] or be a valid ARN (other runtimes are not emulated)`,
  );
}

function checkKind({ PackageType = 'Zip', Runtime, Handler }: Record<string, unknown>): void {
  if (PackageType !== 'Zip') throw invalid('Functions from container images are not emulated here.');
  if (!Runtime || !Handler)
    throw invalid(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  checkRuntime(Runtime);
}

/** Inline text is an archive with one file, `index.js`, to CloudFormation; here it is bundled as it stands. */
async function codeOf(service: LambdaService, { inline, archive = {} }: CodeSource) {
  if (inline === undefined) {
    const { folder, ...sizes } = await fetchPackage(service, archive);
    return { code: { folder }, ...sizes };
  }
  return { code: { inline }, ...inlineFacts(inline) };
}

/** SHA-256 and bytes of inline code. */
export function inlineFacts(inline: string): { codeSha256: string; codeSize: number } {
  const codeSha256 = createHash('sha256').update(inline).digest('base64');
  return { codeSha256, codeSize: Buffer.byteLength(inline) };
}

/** A function of default settings (Lambda API reference, `CreateFunction`). */
function blank(name: string, arn: string): LambdaFunction {
  return {
    logicalId: name,
    name,
    arn,
    code: { inline: '' },
    handler: '',
    runtime: '',
    timeout: 3,
    memorySize: 128,
    ephemeralStorage: 512,
    environment: {},
    tracing: 'PassThrough',
    versions: [],
    aliases: [],
    place: { file: '', line: 1, column: 1 },
  };
}
