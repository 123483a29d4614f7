import { type Context, createContext, runInContext, Script } from 'node:vm';
import { BSON, MongoClient } from 'mongodb';
import { userError } from '../../core/errors.js';
import { shellDatabase } from './database-proxy.js';
import { batchOf, isCursor, type ShellCursor } from './results.js';

/** How long a server has to answer, in ms. */
const ANSWER_MS = 10_000;

/** Constructors as mongosh names them; they work with and without `new`. */
const TYPES = {
  ObjectId: (id?: string) => new BSON.ObjectId(id),
  ISODate: (text?: string) => (text === undefined ? new Date() : new Date(text)),
  NumberInt: (value: number | string) => new BSON.Int32(Number(value)),
  NumberLong: (value: number | string) => BSON.Long.fromString(String(value)),
  NumberDecimal: (value: number | string) => BSON.Decimal128.fromString(String(value)),
  UUID: (text?: string) => new BSON.UUID(text),
  Timestamp: (t: number, i: number) => new BSON.Timestamp({ t, i }),
  BinData: (subtype: number, base64: string) => BSON.Binary.createFromBase64(base64, subtype),
  MinKey: () => new BSON.MinKey(),
  MaxKey: () => new BSON.MaxKey(),
};

/** `function` and not an arrow, so that `new ObjectId()` works too. */
function constructible<A extends unknown[], R>(make: (...args: A) => R) {
  return function construct(...args: A): R {
    return make(...args);
  };
}

/** One user's talk with one server: the database in use, the variables, and the cursor that `it` goes on with. */
export class ShellSession {
  readonly #client: MongoClient;
  /** The global names of the code that is run. */
  readonly context: Context;
  #database: string;
  #cursor: ShellCursor | undefined;

  private constructor(client: MongoClient, database: string) {
    this.#client = client;
    this.#database = database;
    const types = Object.entries(TYPES).map(([name, make]) => [
      name,
      constructible(make as (...args: unknown[]) => unknown),
    ]);
    this.context = createContext({ ...Object.fromEntries(types), EJSON: BSON.EJSON, console });
    this.use(database);
  }

  /** Connects. Throws MONGO_UNREACHABLE when the server does not answer. */
  static async open(uri: string, database: string): Promise<ShellSession> {
    let client: MongoClient | undefined;
    try {
      // An option given here would win over the one in the address.
      const patience = /[?&]serverSelectionTimeoutMS=/i.test(uri)
        ? {}
        : { serverSelectionTimeoutMS: ANSWER_MS };
      client = new MongoClient(uri, { ...patience, appName: 'arcube db shell' });
      await client.db('admin').command({ ping: 1 });
    } catch (error) {
      await client?.close();
      const cause = error instanceof Error ? error.message : String(error);
      throw userError(
        'MONGO_UNREACHABLE',
        { uri: uri.replace(/\/\/[^@/]*@/, '//'), cause },
        { cause: error },
      );
    }
    return new ShellSession(client, database);
  }

  get database(): string {
    return this.#database;
  }

  use(name: string): string {
    this.#database = name;
    this.context.db = shellDatabase(this.#client, name);
    return `switched to db ${name}`;
  }

  /** `use`, `show` and `it`; `undefined` for what is code. */
  command(line: string): Promise<unknown> | undefined {
    const [verb, argument, ...rest] = line.trim().replace(/;$/, '').split(/\s+/);
    if (rest.length > 0) return undefined;
    if (verb === 'use' && argument !== undefined) return Promise.resolve(this.use(argument));
    if (verb === 'show' && argument !== undefined) return this.#show(argument);
    if (verb === 'it' && argument === undefined) return this.#more();
    return undefined;
  }

  async #show(what: string): Promise<unknown> {
    if (what === 'dbs' || what === 'databases') {
      const { databases } = await this.#client.db('admin').admin().listDatabases();
      return databases.map(({ name, sizeOnDisk }) => ({ name, sizeOnDisk }));
    }
    if (what !== 'collections' && what !== 'tables')
      throw new SyntaxError(`show knows dbs and collections, not ${what}`);
    const found = await this.#client.db(this.#database).listCollections({}, { nameOnly: true }).toArray();
    return found.map(({ name }) => name).sort();
  }

  async #more(): Promise<unknown> {
    if (this.#cursor === undefined) return 'no cursor';
    return this.settle(this.#cursor);
  }

  /** Waits for a value; of a cursor the next documents, and the cursor is kept for `it`. */
  async settle(value: unknown): Promise<unknown> {
    const settled = await value;
    if (!isCursor(settled)) return settled;
    const batch = await batchOf(settled);
    this.#cursor = batch.hasMore ? settled : undefined;
    return batch;
  }

  /** Runs code (of one line or many, `await` allowed) and gives its last value: perhaps a cursor. */
  async run(code: string): Promise<unknown> {
    return await (this.command(code) ?? runInContext(asScript(code), this.context, { filename: 'shell' }));
  }

  /** The same for a program: of a cursor all documents. */
  async evaluate(code: string): Promise<unknown> {
    const value = await this.run(code);
    return isCursor(value) ? value.toArray() : value;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

const DECLARATION = /^\s*(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=([^;]*);?\s*$/;

/** Code as a script: as it is, or inside of an async function when it awaits or returns at its top. */
function asScript(code: string): string {
  const declared = DECLARATION.exec(code);
  const forms = [
    code,
    `(async () => (${code.replace(/;\s*$/, '')}\n))()`,
    // A variable is to outlive the function.
    ...(declared === null ? [] : [`(async () => { globalThis.${declared[1]} = ${declared[2]}\n})()`]),
    `(async () => {${code}\n})()`,
  ];
  return forms.find(parses) ?? code;
}

/** True for code that is not at its end yet. */
export function isUnfinished(code: string): boolean {
  try {
    new Script(asScript(code));
    return false;
  } catch (error) {
    return /Unexpected end of input|Unterminated template|missing \) after/.test(String(error));
  }
}

function parses(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
