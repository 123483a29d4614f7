export type Esbuild = typeof import('esbuild');

/** ms without a build after which its process ends: builds come in flocks. */
const LINGER = 1000;

let users = 0;
let ending: NodeJS.Timeout | undefined;

/** Runs something with esbuild, whose process keeps all it has read (2 GB after a platform) until nobody uses it. */
export async function withEsbuild<T>(run: (esbuild: Esbuild) => Promise<T>): Promise<T> {
  const esbuild = await useEsbuild();
  try {
    return await run(esbuild);
  } finally {
    leaveEsbuild(esbuild);
  }
}

/** esbuild, for as long as the caller does not leave it. */
export async function useEsbuild(): Promise<Esbuild> {
  users++;
  clearTimeout(ending);
  return import('esbuild');
}

/** Ends what `useEsbuild` began; the process goes with its last user. It keeps nobody from ending earlier. */
export function leaveEsbuild({ stop }: Esbuild): void {
  users--;
  if (users > 0) return;
  ending = setTimeout(() => void stop(), LINGER);
  ending.unref();
}
