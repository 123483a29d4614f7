import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { airport, distanceKm } from '../../../templates/ancillary/functions/shared/airports.js';

test('the module is what its maker makes of the installed data set', () => {
  const made = execFileSync(process.execPath, ['scripts/generate-airports.mjs', '--print'], {
    encoding: 'utf8',
    maxBuffer: 8 * 2 ** 20,
  });
  expect(readFileSync('templates/ancillary/functions/shared/data/airports.ts', 'utf8')).toBe(made);
});

test('knows code, country, position, zone and size', () => {
  expect(airport('ATH')).toEqual({
    code: 'ATH',
    country: 'GR',
    latitude: 37.936,
    longitude: 23.946,
    zone: 'Europe/Athens',
    size: 'large',
    scheduledService: true,
    name: 'Athens International Airport',
  });
  expect(airport('ZZZ')).toBeUndefined();
  expect(airport('ath')).toBeUndefined();
  expect(airport('A|H')).toBeUndefined();
});

test('measures great circles', () => {
  // Published great-circle distance FRA–JFK: 6,184 km on the ellipsoid; a sphere differs by up to half a percent.
  const km = distanceKm(airport('FRA')!, airport('JFK')!);
  expect(Math.abs(km - 6184) / 6184).toBeLessThan(0.005);
});
