import { currentScope } from './scope.js';

/** Names of the real global object through which the thread's environments see each their own value. */
const dispatched = new Set<PropertyKey>();

/**
 * The global object of one environment. What it changes, adds or deletes is its own: a bare name is looked up through the
 * running environment as soon as any environment has touched it. Standard constructors and their prototypes are
 * shared by the environments of a thread (that is the price of a module graph that costs kilobytes, not megabytes).
 */
export class GlobalView {
  readonly #own: Record<PropertyKey, unknown>;
  readonly #touched = new Set<PropertyKey>();
  readonly object: typeof globalThis;

  /** @param given names that differ from the start: `process`, `console`, timers. */
  constructor(given: Record<string, unknown>) {
    this.#own = Object.create(Object.prototype) as Record<PropertyKey, unknown>;
    for (const key of Reflect.ownKeys(globalThis)) inherit(this.#own, key);
    const touch = (key: PropertyKey) => this.#touch(key);
    const object = new Proxy(this.#own, {
      set(target, key, value) {
        touch(key);
        return Reflect.defineProperty(target, key, {
          value,
          writable: true,
          configurable: true,
          enumerable: true,
        });
      },
      defineProperty(target, key, descriptor) {
        touch(key);
        return Reflect.defineProperty(target, key, descriptor);
      },
      deleteProperty(target, key) {
        touch(key);
        return Reflect.deleteProperty(target, key);
      },
    });
    this.object = object as unknown as typeof globalThis;
    for (const [key, value] of Object.entries({ ...given, globalThis: object, global: object })) {
      Object.defineProperty(this.#own, key, { value, writable: true, configurable: true, enumerable: false });
    }
  }

  /** True when this environment has set, defined or deleted the name. */
  touched(key: PropertyKey): boolean {
    return this.#touched.has(key);
  }

  #touch(key: PropertyKey): void {
    if (this.#touched.has(key)) return;
    this.#touched.add(key);
    if (typeof key === 'string' && !dispatched.has(key)) dispatch(key);
  }
}

/** Copies a standard global; accessors (`crypto`, `fetch` …) insist on the real global object as `this`. */
function inherit(own: Record<PropertyKey, unknown>, key: PropertyKey): void {
  const descriptor = Reflect.getOwnPropertyDescriptor(globalThis, key);
  if (!descriptor || dispatched.has(key)) return;
  if ('value' in descriptor) {
    Object.defineProperty(own, key, { ...descriptor, configurable: true });
    return;
  }
  const get = () => Reflect.get(globalThis, key) as unknown;
  const set = (value: unknown) =>
    void Object.defineProperty(own, key, { value, writable: true, configurable: true, enumerable: true });
  Object.defineProperty(own, key, {
    get,
    set,
    configurable: true,
    enumerable: descriptor.enumerable ?? false,
  });
}

/** From now on the bare name is each environment's own. */
function dispatch(key: string): void {
  const before = Reflect.getOwnPropertyDescriptor(globalThis, key);
  if (before && !before.configurable) return;
  dispatched.add(key);
  let original: unknown = before && 'value' in before ? before.value : undefined;
  const getOriginal = before?.get ? () => before.get?.call(globalThis) as unknown : () => original;
  const viewOf = () => {
    const view = currentScope()?.environment.globals;
    return view?.touched(key) ? view : undefined;
  };
  Object.defineProperty(globalThis, key, {
    configurable: true,
    enumerable: before?.enumerable ?? true,
    get: () => {
      const view = viewOf();
      return view ? (Reflect.get(view.object, key) as unknown) : getOriginal();
    },
    set: (value: unknown) => {
      const scope = currentScope();
      if (scope) Reflect.set(scope.environment.globals.object, key, value);
      else original = value;
    },
  });
}
