/** No limit: the longest a timer takes. */
export const NO_LIMIT = 2_147_483_647;

/**
 * The result of `work`, or `undefined` when `ms` of machine time pass first; `work` itself goes on. Integration limits are
 * machine time: an emulator whose clock stands still must not hang, nor one that is moved cut running requests.
 */
export function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, undefined);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
