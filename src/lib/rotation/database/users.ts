import type { Secret } from '../../../core/secret.js';

/** A role of a database user, as MongoDB names it. */
export interface UserRole {
  role: string;
  db: string;
}

/** Who may change the users of a cluster. Names are those of the connection strings. */
export interface DatabaseUsers {
  /** Roles of a user; undefined when there is no such user. */
  roles(user: string): Promise<UserRole[] | undefined>;
  /** Makes the user, or gives the one there is this password and these roles. */
  ensure(user: string, password: Secret, roles: UserRole[]): Promise<void>;
  /** Removes the user; one that is not there is removed already. */
  remove(user: string): Promise<void>;
  close(): Promise<void>;
}
