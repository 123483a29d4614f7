import { type FunctionFacts, Functions } from '../../aws/functions.js';
import { Kms } from '../../aws/kms.js';
import { readBack } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import {
  type Adoption,
  type KeyKind,
  NotSeen,
  ProbeRefused,
  type StepContext,
  type Subject,
} from '../kind.js';
import { askApi } from '../live-api.js';
import { stackFunctionNames } from '../settings.js';
import { regionOf, type Target } from '../target.js';

/**
 * The key that encrypts the functions' environment variables, and those of the stack's secrets that are under it too:
 * disabled while a secret needed it, it would take the platform down. Each region has its own.
 */
export const env: KeyKind = {
  async survey(target, rotation) {
    if (target.choices.tenants.length > 0) return [];
    const regions: string[] = [];
    let first: { arn: string; since: number; functions: number } | undefined;
    for (const region of target.regions) {
      const arn = await keyInUse(target, region.name);
      if (arn === undefined) continue;
      regions.push(region.name);
      const { createdAt } = await new Kms(region).describe(arn);
      first ??= { arn, since: createdAt, functions: (await functionsOf(target, region.name)).length };
    }
    if (!first) return [];
    const subject: Subject = {
      id: 'env',
      kind: 'env',
      regions,
      holder: `${first.functions} functions of ${target.stack}`,
      name: target.stack,
      oldKey: first.arn.split('/').at(-1) ?? first.arn,
      newKey: `env-${rotation.slice(-8)}`,
      since: first.since,
    };
    return [subject];
  },

  async create(context) {
    const { target, region, memory } = context;
    const kms = new Kms(region);
    const old = memory.get(`env:old:${region.name}`) ?? (await keyInUse(target, region.name)) ?? '';
    memory.set(`env:old:${region.name}`, old);
    const tags = tagsOf(context);
    const input = {
      Description: `Environment variables and secrets of ${target.stack}`,
      Policy: await kms.policy(old),
    };
    const arn = (await kms.findByTags(tags)) ?? (await kms.create(input, tags));
    memory.set(`env:new:${region.name}`, arn);
    return `key ${arn} is made, with the policy of ${old}`;
  },

  async publish(context) {
    const { target, region } = context;
    const kms = new Kms(region);
    const { fresh } = keys(context);
    const roles = [...new Set((await functionsOf(target, region.name)).map(({ role }) => role))].filter(
      Boolean,
    );
    const policy = withRoles(await kms.policy(fresh), roles);
    if (policy !== undefined) await kms.putPolicy(fresh, policy);
    return `${roles.length} roles of functions may decrypt with it`;
  },

  async probe(context) {
    const { fresh } = keys(context);
    if (!(await new Kms(context.region).roundTrip(fresh)))
      throw new ProbeRefused(`${fresh} does not decrypt what it encrypted`);
    return `${fresh} decrypts what it encrypts`;
  },

  promote: async (context) => {
    const { old, fresh } = keys(context);
    const secrets = await moveSecrets(context, old, fresh);
    const changed = await useKey(context, fresh);
    await expectAnswer(context);
    return `${changed} functions and ${secrets} secrets are under the new key`;
  },

  async revoke(context) {
    const { old } = keys(context);
    await new Kms(context.region).disable(old);
    return `${old} is disabled`;
  },

  async prove(context) {
    const { old, fresh } = keys(context);
    const users = (await functionsOf(context.target, context.region.name)).filter(
      ({ kmsKeyArn }) => kmsKeyArn !== fresh,
    );
    if (users.length > 0)
      throw new ProbeRefused(`${users.map(({ name }) => name).join(', ')} went back to another key`);
    await expectAnswer(context);
    const { state } = await new Kms(context.region).describe(old);
    return `the API answers, and ${old} is ${state}`;
  },

  async clean(context) {
    const { old } = keys(context);
    await new Kms(context.region).scheduleDeletion(old);
    return `${old} ends in 30 days; until then \`aws kms cancel-key-deletion\` keeps it`;
  },

  async demote(context) {
    const { old, fresh } = keys(context);
    await new Kms(context.region).enable(old);
    await moveSecrets(context, fresh, old);
    return `${await useKey(context, old)} functions are back under the old key`;
  },

  async unpublish(context) {
    const kms = new Kms(context.region);
    const arn = await kms.findByTags(tagsOf(context));
    if (arn !== undefined) {
      await kms.disable(arn);
      await kms.scheduleDeletion(arn);
    }
    return 'the new key ends in 30 days';
  },

  adoption,
};

/** Whose environment is under which key: published versions that aliases use cannot be changed, and hold the old key. */
async function adoption({ target, subject, memory }: StepContext): Promise<Adoption> {
  const now = target.clock.now();
  const holders: string[] = [];
  for (const region of subject.regions) {
    const old = memory.get(`env:old:${region}`);
    const functions = new Functions(regionOf(target, region));
    for (const { name, kmsKeyId } of await new Secrets(regionOf(target, region)).list(`${target.stack}/`))
      if (isKey(kmsKeyId, old)) holders.push(`secret ${name}`);
    for (const { name, kmsKeyArn } of await functionsOf(target, region)) {
      if (kmsKeyArn === old) holders.push(name);
      for (const version of await functions.aliased(name))
        if (version.kmsKeyArn === old) holders.push(`${name}:${version.version}`);
    }
  }
  const note =
    holders.length === 0
      ? 'no function uses the old key'
      : `${holders.join(', ')} still under the old key: publish new versions`;
  return { known: true, newLastAt: now, ...(holders.length > 0 && { oldLastAt: now }), note };
}

/** Secrets name their key by ARN or by id. */
function isKey(named: string | undefined, arn: string | undefined): boolean {
  return named !== undefined && arn !== undefined && (named === arn || arn.endsWith(`/${named}`));
}

/** Puts the stack's secrets that are under one key under another. Returns how many. */
async function moveSecrets({ target, region }: StepContext, from: string, to: string): Promise<number> {
  const secrets = new Secrets(region);
  const held = (await secrets.list(`${target.stack}/`)).filter(({ kmsKeyId }) => isKey(kmsKeyId, from));
  for (const { name } of held) await secrets.useKey(name, to);
  const seen = await readBack(async () =>
    (await secrets.list(`${target.stack}/`)).every(({ kmsKeyId }) => !isKey(kmsKeyId, from)),
  );
  if (!seen) throw new NotSeen('the key of the secrets', region.name);
  return held.length;
}

/** The stack's functions in a region. */
export function functionsOf(target: Target, region: string): Promise<FunctionFacts[]> {
  return new Functions(regionOf(target, region)).list(stackFunctionNames(target.model));
}

/** The key that most functions of the stack are under. */
async function keyInUse(target: Target, region: string): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { kmsKeyArn } of await functionsOf(target, region))
    if (kmsKeyArn !== undefined) counts.set(kmsKeyArn, (counts.get(kmsKeyArn) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function keys({ memory, region }: StepContext): { old: string; fresh: string } {
  return {
    old: memory.get(`env:old:${region.name}`) ?? '',
    fresh: memory.get(`env:new:${region.name}`) ?? '',
  };
}

function tagsOf({ target, rotation }: StepContext): Record<string, string> {
  return { 'arcube:holds': 'environment-key', 'arcube:stack': target.stack, 'arcube:rotation': rotation };
}

/** Puts every function that has a key under this one, one after the other, each waited for. Returns how many. */
async function useKey({ target, region }: StepContext, arn: string): Promise<number> {
  const functions = new Functions(region);
  const held = (await functionsOf(target, region.name)).filter(({ kmsKeyArn }) => kmsKeyArn !== undefined);
  for (const { name, kmsKeyArn } of held) {
    if (kmsKeyArn !== arn) await functions.useKey(name, arn);
    const seen = await readBack(async () => {
      const now = await functions.read(name);
      return now.kmsKeyArn === arn && now.settled;
    });
    if (!seen) throw new NotSeen(`the function ${name}`, region.name);
    await functions.publishToAliases(name); // an alias that cannot go over is told of by `adoption`
  }
  return held.length;
}

/** The API must go on answering; where its address is not known, the functions' own states have to do. */
async function expectAnswer({ target, region }: StepContext): Promise<void> {
  if (target.apiUrls[region.name] === undefined) return;
  const { status, text } = await askApi(target, region.name, '/.well-known/jwks.json');
  if (status !== 200)
    throw new ProbeRefused(`GET /.well-known/jwks.json in ${region.name} answered ${status}: ${text}`);
}

interface PolicyDocument {
  Version: string;
  Statement: { Sid?: string; [member: string]: unknown }[];
}

const SID = 'ArcubeFunctions';

/** The key's policy with a statement for the functions' roles: their own policies name the old key alone. */
function withRoles(text: string, roles: string[]): string | undefined {
  const policy = JSON.parse(text) as PolicyDocument;
  if (roles.length === 0 || policy.Statement.some(({ Sid }) => Sid === SID)) return undefined;
  const statement = {
    Sid: SID,
    Effect: 'Allow',
    Principal: { AWS: roles },
    Action: 'kms:Decrypt',
    Resource: '*',
  };
  return JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] });
}
