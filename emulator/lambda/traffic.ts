import type { AliasPlace, FunctionTraffic } from '../kernel/alias-shift.js';
import { updateAlias } from './control/aliases.js';
import type { FunctionEntry } from './registry.js';
import type { LambdaService } from './service.js';

/** Aliases, for whoever shifts traffic between versions. */
export function functionTraffic(service: () => LambdaService): FunctionTraffic {
  const find = ({ functionName, ...scope }: AliasPlace): FunctionEntry | undefined => {
    try {
      return service().functions.registry.resolve(functionName, '$LATEST', scope).entry;
    } catch {
      return undefined; // whoever asks has words of its own for that
    }
  };
  return {
    alias(place) {
      const found = find(place)?.aliases.get(place.alias);
      return found && { version: found.version, weights: found.additionalVersionWeights };
    },
    hasVersion: (place, version) => find(place)?.versions.has(version) ?? false,
    async route(place, { version, weights }) {
      const { registry } = service().functions;
      const { entry } = registry.resolve(place.functionName, '$LATEST', place);
      await updateAlias(service(), entry, place.alias, {
        FunctionVersion: version,
        RoutingConfig: { AdditionalVersionWeights: weights },
      });
    },
  };
}
