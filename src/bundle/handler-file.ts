import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BundleError } from './bundle-error.js';

/** The order in which a handler's source file is looked for; TypeScript first, because a built file may lie beside it. */
const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** A handler string taken apart as the Lambda runtime does it. */
export interface HandlerName {
  /** Path of the module below the function's folder, without extension: `lib/index`. */
  module: string;
  /** Path of the export: `handler`, or `api.handler`. */
  exportPath: string;
}

/**
 * Takes `folder/file.export` apart. Words of the refusals are the runtime's own (aws-lambda-nodejs-runtime-interface-client,
 * `UserFunction.js`). Throws a `BundleError`.
 */
export function parseHandler(handler: string): HandlerName {
  if (handler.includes('..')) {
    throw new BundleError(
      'MalformedHandlerName',
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const slash = handler.lastIndexOf('/') + 1;
  const dot = handler.indexOf('.', slash);
  if (dot < 0) throw new BundleError('MalformedHandlerName', 'Bad handler');
  return { module: handler.slice(0, dot), exportPath: handler.slice(dot + 1) };
}

/** Absolute path of the file that holds the handler; `codeFile` when `Code` names a single file. Throws a `BundleError`. */
export function findHandlerFile(folder: string, handler: string): string {
  const { module } = parseHandler(handler);
  if (isFile(folder)) return folder;
  for (const extension of EXTENSIONS) {
    const file = join(folder, module + extension);
    if (isFile(file)) return file;
  }
  throw new BundleError(
    'ImportModuleError',
    `Error: Cannot find module '${module.slice(module.lastIndexOf('/') + 1)}'\nRequire stack:\n- /var/runtime/index.mjs`,
    [
      {
        severity: 'error',
        code: 'HANDLER_FILE_MISSING',
        message: `No file ${module}${EXTENSIONS.join('|')} in ${folder}.`,
        remedy: `Create it, or change the function's Handler (${handler}) or Code.`,
      },
    ],
  );
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
