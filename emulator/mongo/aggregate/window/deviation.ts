import { Decimal128, double, isNumber, type Value } from '../../bson/index.js';
import { toDouble } from '../../expression/numbers.js';
import type { Removable } from './slide.js';

/**
 * A standard deviation of a window that loses documents too. Other than `$group`'s it is null while an infinity or NaN
 * is inside, and of one value the int 0: mongod computes it by the sum of squares, adding and taking away.
 */
export class SlidingDeviation implements Removable<Value | undefined> {
  readonly #sample: boolean;
  #count = 0;
  #sum = 0;
  #squares = 0;
  #strange = 0;

  constructor(sample: boolean) {
    this.#sample = sample;
  }

  add(value: Value | undefined): void {
    this.#update(value, 1);
  }

  remove(value: Value | undefined): void {
    this.#update(value, -1);
  }

  #update(value: Value | undefined, by: 1 | -1): void {
    if (!isNumber(value)) return;
    const number = toDouble(value);
    if (value instanceof Decimal128 ? !value.isFinite : !Number.isFinite(number)) {
      this.#strange += by;
      return;
    }
    const count = this.#count + by;
    if (count === 0) this.#squares = 0;
    else if (this.#count > 0) {
      const distance = this.#count * number - this.#sum;
      this.#squares += (distance * distance * by) / (count * this.#count);
    }
    this.#sum = count === 0 ? 0 : this.#sum + number * by;
    this.#count = count;
  }

  result(): Value {
    if (this.#strange > 0) return null;
    const divisor = this.#count - (this.#sample ? 1 : 0);
    if (divisor <= 0) return null;
    if (this.#squares < 0 || (!this.#sample && this.#count === 1)) return 0;
    return double(Math.sqrt(this.#squares / divisor));
  }
}
