const PLAIN = new Set(['Ref', 'Condition']);
const FUNCTIONS = new Set([
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
]);

/** CloudFormation's short forms: `!Sub x` is `{"Fn::Sub": x}`, `!GetAtt A.b` is `{"Fn::GetAtt": ["A", "b"]}`. */
export function resolveShortForm(tag: string, value: unknown): unknown {
  const name = tag.slice(1);
  if (PLAIN.has(name)) return { [name]: value };
  if (!FUNCTIONS.has(name)) return undefined;
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value };
  const dot = value.indexOf('.');
  return { 'Fn::GetAtt': dot === -1 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
}
