/** An object that behaves like `process.env`: every value becomes a string. */
export function createVariables(initial: Record<string, string>): NodeJS.ProcessEnv {
  const values: Record<string, string> = Object.assign(Object.create(null), initial);
  return new Proxy(values, {
    set(target, key, value) {
      if (typeof key === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      target[key] = String(value);
      return true;
    },
    defineProperty(target, key, descriptor) {
      if (!('value' in descriptor)) {
        throw new TypeError("'process.env' does not accept an accessor(getter/setter) descriptor");
      }
      target[String(key)] = String(descriptor.value);
      return true;
    },
  });
}
