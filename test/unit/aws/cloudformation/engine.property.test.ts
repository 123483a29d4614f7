import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, AwsHarness, REGION } from '../../../helpers/aws.js';
import { type StackLab, stackLab } from '../../../helpers/cloudformation/lab.js';
import { Things, thing } from '../../../helpers/cloudformation/things.js';

interface Wanted {
  name: number;
  value: number;
  uses: number[];
  fail: 'create' | 'update' | undefined;
}

const SIZE = 6;

/** A stack of things, each of which uses some that come before it in some order; a gap is a thing that is not there. */
const stackOf = (failing: boolean): fc.Arbitrary<(Wanted | undefined)[]> =>
  fc.array(
    fc.option(
      fc.record({
        name: fc.integer({ min: 0, max: 1 }),
        value: fc.integer({ min: 0, max: 2 }),
        uses: fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 3 }),
        fail: failing
          ? fc.option(fc.constantFrom('create' as const, 'update' as const), { nil: undefined, freq: 6 })
          : fc.constant(undefined),
      }),
      { nil: undefined, freq: 4 },
    ),
    { minLength: SIZE, maxLength: SIZE },
  );

/** The template; its order turns the numbers round when `turned`, so that an update may reverse who uses whom. */
function templateOf(stack: (Wanted | undefined)[], turned = false): string {
  const before = (one: number, other: number) => (turned ? one > other : one < other);
  const resources = stack.flatMap((one, index) => {
    if (!one) return [];
    const uses = one.uses.filter((other) => stack[other] && before(other, index)).map((other) => `T${other}`);
    return [
      [`T${index}`, thing(`n${one.name}`, `v${one.value}`, { uses, ...(one.fail && { fail: one.fail }) })],
    ];
  });
  // something must be there
  return JSON.stringify({ Resources: { ...Object.fromEntries(resources), Rest: thing('n0', 'v0') } });
}

function valuesOf(stack: (Wanted | undefined)[]): Record<string, string[]> {
  const things = stack.flatMap((one, index) => (one ? [[`T${index}`, [`n${one.name}=v${one.value}`]]] : []));
  return { ...Object.fromEntries(things), Rest: ['n0=v0'] };
}

const things = new Things();
/** What needs no disk is quicker without. */
const inMemory = new AwsHarness({ resourceHandlers: things.handlers(), stateDir: undefined });
const onDisk = new AwsHarness({ resourceHandlers: things.handlers() });
let lab: StackLab;
let count = 0;

beforeAll(async () => {
  await Promise.all([inMemory.start(), onDisk.start()]);
  lab = stackLab(inMemory.client(CloudFormationClient));
});
afterAll(() => Promise.all([inMemory.stop(), onDisk.stop()]));

async function noUpdate(name: string, template: string): Promise<boolean> {
  try {
    await lab.client.send(new UpdateStackCommand({ StackName: name, TemplateBody: template }));
    return false;
  } catch (error) {
    expect((error as Error).message).toBe('No updates are to be performed.');
    return true;
  }
}

test('a stack that is made ends complete or with nothing left, in the order of its references', async () => {
  await fc.assert(
    fc.asyncProperty(stackOf(true), async (wanted) => {
      things.clear();
      const name = `made${count++}`;
      await lab.client.send(new CreateStackCommand({ StackName: name, TemplateBody: templateOf(wanted) }));
      const { StackStatus } = await lab.settled(name);
      const fails = wanted.some((one) => one?.fail === 'create');
      expect(StackStatus).toBe(fails ? 'ROLLBACK_COMPLETE' : 'CREATE_COMPLETE');
      expect(things.values()).toEqual(fails ? {} : valuesOf(wanted));
      expect(things.disorder).toEqual([]);
      expect(Object.values(await lab.resources(name)).sort()).toEqual([...things.all.keys()].sort());
    }),
    { numRuns: 15 },
  );
});

test('an update ends with what there was before or with what was wanted, and nothing besides', async () => {
  await fc.assert(
    fc.asyncProperty(stackOf(false), stackOf(true), fc.boolean(), async (first, second, turned) => {
      things.clear();
      const name = `updated${count++}`;
      await lab.client.send(new CreateStackCommand({ StackName: name, TemplateBody: templateOf(first) }));
      expect((await lab.settled(name)).StackStatus).toBe('CREATE_COMPLETE');
      const ids = await lab.resources(name);
      const isSame = await noUpdate(name, templateOf(second, turned));
      const { StackStatus } = await lab.settled(name);
      if (isSame) expect(things.values()).toEqual(valuesOf(first));
      else if (StackStatus === 'UPDATE_COMPLETE') expect(things.values()).toEqual(valuesOf(second));
      else {
        expect(StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
        expect(await lab.resources(name)).toEqual(ids);
        expect(things.values()).toEqual(valuesOf(first));
      }
      expect(Object.values(await lab.resources(name)).sort()).toEqual([...things.all.keys()].sort());
      expect(things.disorder.filter((one) => one.includes('without'))).toEqual([]);
      await lab.client.send(new DeleteStackCommand({ StackName: name }));
      await expect.poll(() => things.all.size, { interval: 2 }).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('an update that a kill ends is finished by the next start: before or after, and nothing besides', async () => {
  lab = stackLab(onDisk.client(CloudFormationClient));
  await fc.assert(
    fc.asyncProperty(
      stackOf(false),
      stackOf(true),
      fc.integer({ min: 0, max: 12 }),
      async (first, second, moment) => {
        things.clear();
        const name = `killed${count++}`;
        await lab.client.send(new CreateStackCommand({ StackName: name, TemplateBody: templateOf(first) }));
        const { StackId } = await lab.settled(name);
        const copy = await mkdtemp(join(tmpdir(), 'arcube-killed-'));
        let left: Things | undefined;
        let step = 0;
        // what a kill leaves: the files and the services as they are in the middle of some change
        let copying: Promise<void> | undefined;
        things.gate = async () => {
          if (step++ === moment) {
            left = new Things(things);
            copying = copied(onDisk.folder, copy);
          }
          await copying; // nothing moves while the copy is made
        };
        const isSame = await noUpdate(name, templateOf(second));
        await lab.settled(name);
        await copying; // a copy that failed is no kill
        if (!isSame && left)
          await expectWhole(copy, left, StackId as string, valuesOf(first), valuesOf(second));
        await rm(copy, { recursive: true, force: true });
        await lab.client.send(new DeleteStackCommand({ StackName: name }));
        await lab.settled(StackId as string);
      },
    ),
    { numRuns: 12 },
  );
});

/** What a kill leaves of the state: its page, opened once, is the one before a change or the one after it. */
async function copied(from: string, to: string): Promise<void> {
  const page = join('aws', 'cloudformation', ACCOUNT, `${REGION}.json`);
  await mkdir(dirname(join(to, page)), { recursive: true });
  await copyFile(join(from, page), join(to, page));
}

async function expectWhole(
  folder: string,
  left: Things,
  stackId: string,
  before: Record<string, string[]>,
  after: Record<string, string[]>,
): Promise<void> {
  const second = new AwsHarness({ resourceHandlers: left.handlers() });
  second.folder = folder;
  await second.start();
  try {
    const restarted = stackLab(second.client(CloudFormationClient));
    const { StackStatus } = await restarted.settled(stackId);
    // before the update was on the books there was none
    expect(StackStatus).toMatch(/^(?:CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/);
    expect(left.values()).toEqual(StackStatus === 'UPDATE_COMPLETE' ? after : before);
    expect(Object.values(await restarted.resources(stackId)).sort()).toEqual([...left.all.keys()].sort());
  } finally {
    await second.stop();
  }
}
