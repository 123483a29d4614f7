import { type CheckedFile, readYamlWithSchema } from '../config/read-with-schema.js';
import schema from '../config/schemas/slo.schema.json' with { type: 'json' };
import type { Diagnostic } from '../diagnostics.js';
import { placeOf } from '../document/marks.js';
import { suggestion } from '../document/nearest.js';

/** What can be promised of requests. Latencies in the file are `200ms` or `1s`, shares `0.5%`. */
export type Measure =
  | 'p50'
  | 'p95'
  | 'p99'
  | 'p99.9'
  | 'errorRate'
  | 'throttleRate'
  | 'coldStartShare'
  | 'availability';

/** Objectives as written. */
export type Objectives = Partial<Record<Measure, string>>;

/** `slo.yaml`, as written; the schema beside `config/` says what each field means. */
export interface SloConfig {
  overall?: Objectives;
  defaults?: Objectives;
  /** By route: `POST /aggregation-api/servePassengerRecommendations`. */
  routes?: Record<string, Objectives>;
}

/** Reads and checks an SLO file. */
export function readSlo(file: string): CheckedFile<SloConfig> {
  return readYamlWithSchema<SloConfig>(file, schema);
}

/** Faults of an SLO file that names routes which the API does not have; `known` as in the file: `GET /health`. */
export function unknownSloRoutes(slo: SloConfig, known: readonly string[]): Diagnostic[] {
  const routes = slo.routes ?? {};
  return Object.keys(routes)
    .filter((route) => !known.includes(route))
    .map((route) => {
      const place = placeOf(routes, route, 'key');
      return {
        severity: 'error',
        code: 'UNKNOWN_ROUTE',
        message: `The API has no route \`${route}\`.`,
        remedy: suggestion(route, known),
        ...(place && { place }),
        path: `routes.${route}`,
      };
    });
}
