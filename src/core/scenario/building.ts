import type { Diagnostic, SourcePlace } from '../diagnostics.js';

/** Says where something of a scenario was written. */
export type Places = (holder: unknown, key?: string | number) => SourcePlace | undefined;

/** What building a scenario collects on its way. */
export interface Building {
  places: Places;
  diagnostics: Diagnostic[];
}

/** Adds a fault at a place of the file. */
export function fault(
  { places, diagnostics }: Building,
  holder: unknown,
  key: string | number | undefined,
  said: { code: string; message: string; remedy: string },
): void {
  const place = places(holder, key);
  diagnostics.push({ severity: 'error', ...said, ...(place && { place }) });
}
