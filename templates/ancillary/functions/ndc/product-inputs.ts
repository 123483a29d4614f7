import type { Detail } from '../shared/api/errors.js';

/** What a vendor has to know of a service. */
export interface ProductInput {
  ServiceDefinitionRef: string;
  Input: Record<string, unknown>;
}

/** Inputs are for services that were selected. */
export function inputFaults(
  inputs: readonly ProductInput[] | undefined,
  services: readonly { serviceRef: string }[],
): Detail[] {
  const known = new Set(services.map(({ serviceRef }) => serviceRef));
  return (inputs ?? []).flatMap(({ ServiceDefinitionRef }, index) =>
    known.has(ServiceDefinitionRef)
      ? []
      : [{ field: `ProductInputs[${index}].ServiceDefinitionRef`, reason: 'NOT_AVAILABLE' }],
  );
}

/** What is kept with a service's item: its inputs, in the order in which they came; undefined when there are none. */
export function inputsOf(
  inputs: readonly ProductInput[],
  serviceRef: string | undefined,
): { productInputs: Record<string, unknown>[] } | undefined {
  const own = inputs.filter(({ ServiceDefinitionRef }) => ServiceDefinitionRef === serviceRef);
  return own.length === 0 ? undefined : { productInputs: own.map(({ Input }) => Input) };
}
