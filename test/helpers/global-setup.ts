import { execFileSync } from 'node:child_process';

/** Workers and the CLI run as built files: build once before the tests. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
