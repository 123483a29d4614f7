import { existsSync, type FSWatcher, watch } from 'node:fs';

/** Editors save a file in several steps; what follows within this time (ms) belongs together. */
const QUIET = 120;

/** Tells of changes below some paths, one at a time, until `signal` is aborted. */
export async function* changesBelow(paths: readonly string[], signal: AbortSignal): AsyncGenerator<void> {
  let changed = false;
  let wake: () => void = () => undefined;
  let quiet: NodeJS.Timeout | undefined;
  const notice = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      changed = true;
      wake();
    }, QUIET);
  };
  const watchers = paths.filter(existsSync).map((path) => startWatching(path, notice));
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (!changed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal.aborted) return;
      changed = false;
      yield;
    }
  } finally {
    clearTimeout(quiet);
    signal.removeEventListener('abort', stop);
    for (const watcher of watchers) watcher.close();
  }
}

function startWatching(path: string, notice: () => void): FSWatcher {
  const watcher = watch(path, { recursive: true }, (_event, name) => {
    // reports are written below the project: what a run itself writes must not start the next
    if (!String(name).includes('.arcube')) notice();
  });
  watcher.on('error', () => undefined); // a folder that goes away is noticed by the next run
  return watcher;
}
