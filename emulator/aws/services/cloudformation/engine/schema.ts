import { AwsError } from '../../../../kernel/aws-error.js';
import type { ResourceHandler, ResourceProperties } from '../../../../kernel/cloudformation.js';

/** Refuses properties that the type does not have, and the lack of those it must have. */
export function checkSchema(
  { logicalId }: { logicalId: string },
  { schema }: ResourceHandler,
  properties: ResourceProperties,
): void {
  if (!schema) return;
  const missing = schema.required.filter((name) => properties[name] === undefined);
  const strange = Object.keys(properties).filter((name) => !schema.known.includes(name));
  const faults = [
    ...missing.map((name) => `#: required key [${name}] not found`),
    ...strange.map((name) => `#: extraneous key [${name}] is not permitted`),
  ];
  if (faults.length === 0) return;
  throw new AwsError(
    'PropertyValidation',
    `Properties validation failed for resource ${logicalId} with message:\n${faults.join('\n')}`,
  );
}
