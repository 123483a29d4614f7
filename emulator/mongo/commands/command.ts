import type { Document } from '../bson/index.js';
import type { ReplyParts } from '../wire/reply.js';
import { type Arguments, type Field, readFields } from './arguments.js';
import type { CommandContext } from './context.js';
import { isGeneric } from './generic-arguments.js';

/** What a command does to data, which decides what a user needs to run it. */
export type Access =
  /** Before authentication too. */
  | 'anyone'
  /** Any user. */
  | 'user'
  | 'read'
  | 'write'
  | 'admin'
  | 'users'
  | 'cluster';

/** A right on a database. */
export interface Need {
  access: Access;
  database: string;
}

/** The answer of a command, without `ok`; with `cursor` where a batch of documents is part of it. */
export type Result = Document | ResultParts;
export type ResultParts = ReplyParts & { again?: () => Promise<Result | undefined> };

type Fields = Readonly<Record<string, Field<unknown>>>;

/** How a command is described. Its first field is its own name. */
export interface CommandDescription<F extends Fields> {
  name: string;
  aliases?: readonly string[];
  fields: F;
  access: Access;
  /** What a user needs instead of `access` on the command's database, where that depends on the arguments. */
  needs?(body: Document, database: string): readonly Need[];
  /** Runs on the `admin` database alone. */
  adminOnly?: boolean;
  /** May be a statement of a transaction. */
  inTransaction?: boolean;
  /** May come with a `txnNumber` outside a transaction (retryable write). */
  retryable?: boolean;
  /** Arguments that are not declared are let through (as those commands do in mongod that predate the IDL). */
  lenient?: boolean;
  /** Takes a write concern. */
  writes?: boolean;
  /** Document sequences that the command reads from the request itself, still encoded. */
  rawSequence?: string;
  run(context: CommandContext, args: Arguments<F>): Result | Promise<Result>;
}

/** A command in the table: its arguments are read and checked before it runs. */
export interface Command extends Omit<CommandDescription<Fields>, 'run'> {
  execute(context: CommandContext): Result | Promise<Result>;
}

/** Joins a description's declared arguments with what runs on them. */
export function defineCommand<F extends Fields>(description: CommandDescription<F>): Command {
  const { run, ...rest } = description;
  const known = rest.lenient === true ? () => true : isGeneric;
  return {
    ...rest,
    execute: (context) => run(context, readFields(rest.fields, context.body, context.commandName, known)),
  };
}
