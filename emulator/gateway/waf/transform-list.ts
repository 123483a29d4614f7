import type { CompileScope } from './scope.js';
import { TRANSFORMS, type Transform } from './transforms.js';

/** The text transformations of a statement in the order of their priorities; unknown ones are told. */
export function compileTransforms(transformations: unknown, scope: CompileScope): Transform[] {
  const list = ((transformations ?? []) as { Priority?: number; Type: string }[]).slice();
  list.sort((a, b) => Number(a.Priority ?? 0) - Number(b.Priority ?? 0));
  return list.flatMap(({ Type }) => {
    const transform = Object.hasOwn(TRANSFORMS, Type) ? TRANSFORMS[Type] : undefined;
    if (transform === undefined) scope.unsupported(`the text transformation ${Type}`);
    return transform === undefined || Type === 'NONE' ? [] : [transform];
  });
}
