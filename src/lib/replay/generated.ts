/** Forms of values that are made anew for each answer; the two have to match as far as the group says. */
const FORMS = [
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/,
  /^[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/,
  /^([a-z]{2,5}_)[\w-]{8,}$/,
  /^Root=1-[\da-f]{8}-[\da-f]{24}/,
];

/** Epoch seconds and ms from 2017 to 2096. */
const isMoment = (value: number) =>
  Number.isInteger(value) && ((value > 1.5e9 && value < 4e9) || (value > 1.5e12 && value < 4e12));

/** True for two values that differ only as ids, times and tokens of two answers must. */
export function isGenerated(before: unknown, after: unknown): boolean {
  if (typeof before === 'number' && typeof after === 'number') return isMoment(before) && isMoment(after);
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return FORMS.some((form) => {
    const found = form.exec(before);
    return found !== null && found[1] === form.exec(after)?.[1] && form.test(after);
  });
}
