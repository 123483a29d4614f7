let users = 0;
let own: Pick<Console, 'log' | 'warn'> | undefined;

/**
 * Runs something that talks to the console itself. mongodb-memory-server writes its download's progress to standard
 * output, where `--json` puts results, and each failure with its stack as a warning, though it throws it too: progress
 * goes to stderr, warnings nowhere.
 */
export async function withConsoleAside<T>(run: () => Promise<T>): Promise<T> {
  if (users++ === 0) {
    own = { log: console.log, warn: console.warn };
    console.log = (...words: unknown[]) => void process.stderr.write(`${words.map(String).join(' ')}\n`);
    console.warn = () => undefined;
  }
  try {
    return await run();
  } finally {
    if (--users === 0 && own !== undefined) Object.assign(console, own);
  }
}
