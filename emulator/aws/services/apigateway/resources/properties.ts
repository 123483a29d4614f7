import type { ResourceProperties } from '../../../../kernel/cloudformation.js';
import type { ControlPlane } from '../control-plane.js';

/** The control plane of a stack's account and region. */
export type OpenPlane = (stack: { accountId: string; region: string }) => ControlPlane;

/** A property as text. */
export function textOf(properties: ResourceProperties, name: string): string | undefined {
  const value = properties[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** A property that is a map; empty when it is not there. */
export function mapOf(properties: ResourceProperties, name: string): Record<string, unknown> | undefined {
  const value = properties[name];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** The stack's tags with the resource's own over them. */
export function tagsOf(
  properties: ResourceProperties,
  stackTags: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = Array.isArray(properties.Tags) ? (properties.Tags as { Key: string; Value: unknown }[]) : [];
  return { ...stackTags, ...Object.fromEntries(own.map(({ Key, Value }) => [Key, String(Value)])) };
}
