import { type REPLServer, Recoverable, start } from 'node:repl';
import { resultText } from './results.js';
import { isUnfinished, type ShellSession } from './session.js';

/** A prompt on the terminal until Ctrl-D, `.exit` or `exit`; `db` and the BSON types are there. */
export async function runInteractive(session: ShellSession): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const server = start({
    prompt: promptOf(session),
    terminal: process.stdin.isTTY === true,
    useColors: process.stdout.isTTY === true,
    preview: false,
    ignoreUndefined: true,
    writer: resultText,
    // Lines are answered one after the other, also when they come from a pipe all at once.
    eval: (code, _context, _file, done) => {
      if (isUnfinished(code)) return done(new Recoverable(new SyntaxError()), undefined);
      last = last
        .then(() => answer(server, session, code))
        .then(
          (value) => done(null, value),
          (error: Error) => done(withoutStack(error), undefined),
        );
    },
  });
  for (const [name, value] of Object.entries(session.context)) server.context[name] = value;
  await new Promise<void>((resolve) => server.once('exit', resolve));
  await last;
}

function promptOf(session: ShellSession): string {
  return `${session.database}> `;
}

async function answer(server: REPLServer, session: ShellSession, code: string): Promise<unknown> {
  if (/^(exit|quit)(\(\))?;?\s*$/.test(code)) return void server.close();
  const value = await session.settle(session.run(code));
  server.setPrompt(promptOf(session));
  return value;
}

/** Where in the driver an error was thrown tells nobody anything; the code of the server's does. */
function withoutStack(error: Error): Error {
  const code = 'code' in error ? `[${error.code}]` : '';
  const shown = new Error(error.message);
  shown.stack = `${error.name}${code}: ${error.message}`;
  return shown;
}
