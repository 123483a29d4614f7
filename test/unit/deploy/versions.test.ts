import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/core/package-root.js';
import { loadTemplate } from '../../../src/core/stack/load.js';
import { freshVersions } from '../../../src/lib/deploy/synth/versions.js';

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>;

const FILE = join(packageRoot(), 'templates/ancillary/template.yaml');

/** Logical ids of the shipped stack's versions, by what they begin with, when its functions have this code. */
function versionIds(
  codes: Record<string, string> = {},
  parameters: Record<string, string> = {},
  change: (resources: Resources) => void = () => {},
): Record<string, string> {
  const where = { accountId: '123456789012', region: 'eu-central-1', stackName: 'arcube' };
  const { stack, template } = loadTemplate({ file: FILE, ...where, parameters });
  if (!stack || !template) throw new Error('the shipped template has faults');
  change(Object.fromEntries(stack.resources.map((one) => [one.logicalId, one])) as never);
  const packages = stack.functions.map(({ logicalId }) => ({
    function: logicalId,
    key: `functions/${codes[logicalId] ?? 'same'}.zip`,
  }));
  const sent = freshVersions(template, stack, packages);
  const ids = Object.entries(sent.Resources as Resources).filter(
    ([, { Type }]) => Type === 'AWS::Lambda::Version',
  );
  return Object.fromEntries(ids.map(([id]) => [id.slice(0, -10), id]));
}

function changed(one: Record<string, string>, other: Record<string, string>): string[] {
  return Object.keys(one).filter((name) => one[name] !== other[name]);
}

const before = versionIds();

it('are equal for equal functions', () => {
  expect(versionIds()).toEqual(before);
  expect(Object.keys(before)).toContain('OrdersVersion');
});

it('change with the code of their own function alone', () => {
  expect(changed(before, versionIds({ OrdersFunction: 'other' }))).toEqual(['OrdersVersion']);
});

it('change with the value of a parameter, for those that are told it', () => {
  expect(changed(before, versionIds({}, { TokenLife: '1800' }))).toEqual(['TokenVersion']);
});

it('stay with what no version keeps: Lambda would refuse to publish the same again', () => {
  const after = versionIds({}, {}, (resources) => {
    const orders = resources.OrdersFunction as unknown as { properties: Record<string, unknown> };
    orders.properties.Tags = [{ Key: 'team', Value: 'orders' }];
    orders.properties.ReservedConcurrentExecutions = 5;
  });
  expect(changed(before, after)).toEqual([]);
});

it('are referred to by their new names', () => {
  const where = { accountId: '123456789012', region: 'eu-central-1', stackName: 'arcube' };
  const { stack, template } = loadTemplate({ file: FILE, ...where });
  if (!stack || !template) throw new Error('the shipped template has faults');
  const sent = freshVersions(template, stack, []);
  const text = JSON.stringify(sent);
  expect(text).toContain(`"Fn::GetAtt":["${versionOf(sent)}","Version"]`);
  expect(text).not.toMatch(/"OrdersVersion"|\$\{OrdersVersion\}/);
});

function versionOf(template: Record<string, unknown>): string {
  const ids = Object.keys(template.Resources as Resources);
  return ids.find((id) => id.startsWith('OrdersVersion')) ?? '';
}
