import { Args, Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { Exit } from '../../lib/ui/exit.js';

interface Info {
  urls: { mongo: string; mongoByRegion: Record<string, string> };
}

export default class DbShell extends ArcubeCommand {
  static override summary = 'Open a shell on the database of a region.';
  static override description =
    'mongosh where it is on the PATH, else a small shell of its own: `db`, `use`, `show dbs`, `show collections`, `it`, ' +
    'and the types ObjectId, ISODate, NumberLong, NumberDecimal, UUID. --eval always runs in the latter, so that a ' +
    'script gives the same answer everywhere.';
  static override examples = [
    { description: 'Look around:', command: '<%= config.bin %> db shell' },
    {
      description: 'Ask once, for a program (extended JSON, one line):',
      command: `<%= config.bin %> db shell aulis-air --region eu-central-1 --json --eval "db.orders.find({status: 'SUCCESS'})"`,
    },
    {
      description: 'On another server:',
      command: '<%= config.bin %> db shell --uri mongodb://127.0.0.1:27017',
    },
  ];
  static override args = {
    database: Args.string({ description: 'Database to begin with.', default: 'test' }),
  };
  static override flags = {
    ...controlFlags,
    region: Flags.string({
      description: 'Data region; the home region when left out.',
      helpValue: 'REGION',
    }),
    uri: Flags.string({
      description: 'Another server, instead of the emulator’s.',
      helpValue: 'URI',
      exclusive: ['region', 'control'],
    }),
    eval: Flags.string({
      description: 'Run this and print its result, instead of asking.',
      helpValue: 'CODE',
    }),
    builtin: Flags.boolean({ description: 'The shell of arcube, though mongosh is there.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DbShell);
    const uri = flags.uri ?? (await regionUri(flags));
    if (flags.eval !== undefined) return this.#evaluate(uri, args.database, flags.eval);
    if (this.json)
      throw userError('BAD_COMMAND_LINE', { what: '--json needs --eval: a shell talks to people.' });
    const { findMongosh, runMongosh } = await import('../../lib/mongo-shell/mongosh.js');
    const mongosh = flags.builtin ? undefined : findMongosh();
    if (mongosh !== undefined) {
      const code = await runMongosh(mongosh, withDatabase(uri, args.database));
      if (code !== 0) throw new Exit(code);
      return;
    }
    await this.#ask(uri, args.database);
  }

  async #ask(uri: string, database: string): Promise<void> {
    const { ShellSession } = await import('../../lib/mongo-shell/session.js');
    const { runInteractive } = await import('../../lib/mongo-shell/interactive.js');
    const session = await ShellSession.open(uri, database);
    this.remark(`Connected to ${uri.replace(/\/\/[^@/]*@/, '//')}; Ctrl-D ends.`);
    try {
      await runInteractive(session);
    } finally {
      await session.close();
    }
  }

  async #evaluate(uri: string, database: string, code: string): Promise<void> {
    const { ShellSession } = await import('../../lib/mongo-shell/session.js');
    const { resultJson, resultText } = await import('../../lib/mongo-shell/results.js');
    const session = await ShellSession.open(uri, database);
    try {
      const value = await session.evaluate(code);
      process.stdout.write(`${this.json ? resultJson(value) : resultText(value)}\n`);
    } catch (error) {
      throw evalError(error);
    } finally {
      await session.close();
    }
  }
}

/** What the code threw is the user's, whatever it is; of the server's errors the code is told too. */
function evalError(error: unknown): Error {
  const {
    name = 'Error',
    message = String(error),
    code,
  } = error as { name?: string; message?: string; code?: unknown };
  const number = typeof code === 'number' ? ` (code ${code})` : '';
  return userError('DB_EVAL_FAILED', { cause: `${name}${number}: ${message}` }, { cause: error });
}

async function regionUri(flags: {
  project?: string | undefined;
  control?: string | undefined;
  region?: string | undefined;
}): Promise<string> {
  const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
  const { urls } = await client.get<Info>('/info');
  if (flags.region === undefined) return urls.mongo;
  const found = urls.mongoByRegion[flags.region];
  if (found !== undefined) return found;
  const known = Object.keys(urls.mongoByRegion).sort().join(', ');
  throw userError('BAD_COMMAND_LINE', {
    what: `Data region ${flags.region} is not served here; there are ${known}.`,
  });
}

/** The address with the database in its path, as mongosh takes it; credentials stay checked against `admin`. */
function withDatabase(uri: string, database: string): string {
  const [, head = uri, , query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  const needsSource = head.includes('@') && !query.includes('authSource=');
  const source = needsSource ? `${query === '' ? '?' : '&'}authSource=admin` : '';
  return `${head}/${database}${query}${source}`;
}
