import { readFile } from 'node:fs/promises';
import { packageFile } from '../../../bundle/index.js';

/** A package that went into a function. */
export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX expression as the package states it; `UNKNOWN` when it states none. */
  licence: string;
}

/** Reads the `package.json` of bundled packages, each once. */
export class Licences {
  readonly #read = new Map<string, Promise<BundledPackage>>();

  /** The packages that these files belong to, by name and version. */
  async of(inputs: readonly string[]): Promise<BundledPackage[]> {
    const files = new Set(inputs.map(packageFile).filter((file) => file !== undefined));
    const packages = await Promise.all([...files].map((file) => this.#package(file)));
    const byName = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
    return [...byName.keys()].sort().map((key) => byName.get(key) as BundledPackage);
  }

  #package(file: string): Promise<BundledPackage> {
    const reading = this.#read.get(file) ?? readPackage(file);
    this.#read.set(file, reading);
    return reading;
  }
}

async function readPackage(file: string): Promise<BundledPackage> {
  const { name, version, license, licenses } = JSON.parse(await readFile(file, 'utf8')) as Record<
    string,
    unknown
  >;
  return { name: String(name), version: String(version), licence: licenceText(license ?? licenses) };
}

/** npm once took `{ type, url }`, and lists of these. */
function licenceText(stated: unknown): string {
  if (typeof stated === 'string' && stated !== '') return stated;
  if (Array.isArray(stated) && stated.length > 0) return stated.map(licenceText).join(' OR ');
  if (typeof stated === 'object' && stated !== null && 'type' in stated) return licenceText(stated.type);
  return 'UNKNOWN';
}
