import { MongoClient, MongoServerError } from 'mongodb';
import type { Secret } from '../../../core/secret.js';
import type { DatabaseUsers, UserRole } from './users.js';

const USER_NOT_FOUND = 11;

/** Users of any MongoDB server, through the official driver and a user that may administer them. */
export class MongoUsers implements DatabaseUsers {
  readonly #client: MongoClient;
  readonly #authSource: string;

  /**
   * @param uri of a user with `userAdmin` on the database that users are kept in
   * @param authSource that database; `admin` by default
   */
  constructor(uri: Secret, authSource = 'admin') {
    this.#client = new MongoClient(uri.reveal(), {
      appName: 'arcube-rotate-keys',
      maxPoolSize: 1,
      serverSelectionTimeoutMS: 5_000,
    });
    this.#authSource = authSource;
  }

  async roles(user: string): Promise<UserRole[] | undefined> {
    const { users } = await this.#run<{ users: { roles: UserRole[] }[] }>({ usersInfo: user });
    return users[0]?.roles.map(({ role, db }) => ({ role, db }));
  }

  async ensure(user: string, password: Secret, roles: UserRole[]): Promise<void> {
    const verb = (await this.roles(user)) === undefined ? 'createUser' : 'updateUser';
    await this.#run({ [verb]: user, pwd: password.reveal(), roles });
  }

  async remove(user: string): Promise<void> {
    try {
      await this.#run({ dropUser: user });
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === USER_NOT_FOUND)) throw error;
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #run<T>(command: Record<string, unknown>): Promise<T> {
    return (await this.#client.db(this.#authSource).command(command)) as T;
  }
}
