import { columns } from '../../ui/table.js';
import type { FunctionPackage } from '../package/function-package.js';
import type { Synthesised } from './synthesise.js';

/** Functions with their sizes and hashes, for people. */
export function sizeReport({ functions, settings, text }: Synthesised): string {
  const rows = functions.map((fn) => [
    fn.function,
    kilobytes(fn.zippedBytes),
    kilobytes(fn.unzippedBytes),
    `${fn.packages.length} packages`,
    fn.sha256.slice(0, 12),
  ]);
  const zipped = functions.reduce((sum, { zippedBytes }) => sum + zippedBytes, 0);
  const { stage, stackName, region } = settings;
  return [
    `${stackName} (${stage}, ${region}): template ${kilobytes(Buffer.byteLength(text))}, ${functions.length} functions ${kilobytes(zipped)} zipped`,
    columns([['function', 'zipped', 'unzipped', '', 'sha256'], ...rows], 2, '  '),
  ].join('\n');
}

/** Every bundled package once: name, version, licence. */
export function licenceList(functions: readonly Pick<FunctionPackage, 'packages'>[]): string {
  const lines = functions.flatMap(({ packages }) =>
    packages.map(({ name, version, licence }) => `${name}@${version}  ${licence}`),
  );
  return [...new Set(lines)].sort().join('\n');
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
