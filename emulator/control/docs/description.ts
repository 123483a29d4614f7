type Dict = Record<string, unknown>;

const VERBS = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/**
 * The stack's OpenAPI document as people read it: without API Gateway's extensions and preflights, with `server` to try
 * calls on. The document itself is not changed.
 */
export function publicDescription(document: Dict, server: string): Dict {
  const paths = Object.entries(dictOf(document.paths)).map(([path, item]) => [path, pathItem(dictOf(item))]);
  return {
    ...withoutExtensions(document),
    servers: [{ url: server }],
    paths: Object.fromEntries(paths.filter(([, item]) => Object.keys(item as Dict).length > 0)),
    components: components(dictOf(document.components)),
  };
}

function pathItem(item: Dict): Dict {
  const kept = Object.entries(withoutExtensions(item)).filter(
    ([name]) => VERBS.includes(name) || name === 'parameters',
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, VERBS.includes(name) ? operation(dictOf(value)) : value]),
  );
}

/** Functions that check tokens themselves declare no security to the gateway: `x-arcube-security` says what they ask for. */
function operation(found: Dict): Dict {
  const own = found['x-arcube-security'];
  return { ...withoutExtensions(found), ...(typeof own === 'string' && { security: [{ [own]: [] }] }) };
}

/** API Gateway knows bearer tokens as API keys in `Authorization`; a reader types the token alone. */
function components(found: Dict): Dict {
  const schemes = Object.entries(dictOf(found.securitySchemes)).map(([name, value]) => {
    const scheme = dictOf(value);
    const isBearer = scheme.in === 'header' && String(scheme.name).toLowerCase() === 'authorization';
    return [name, isBearer ? bearer(scheme) : withoutExtensions(scheme)];
  });
  return { ...withoutExtensions(found), securitySchemes: Object.fromEntries(schemes) };
}

function bearer({ description }: Dict): Dict {
  return { type: 'http', scheme: 'bearer', ...(description !== undefined && { description }) };
}

function withoutExtensions(value: Dict): Dict {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith('x-')));
}

function dictOf(value: unknown): Dict {
  return typeof value === 'object' && value !== null ? (value as Dict) : {};
}
