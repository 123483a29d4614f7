import type { Secret } from '../../../core/secret.js';
import { type AtlasCredentials, atlasRequest } from './atlas-request.js';
import type { DatabaseUsers, UserRole } from './users.js';

/** Where an Atlas project's users are administered. */
export interface AtlasAccess extends AtlasCredentials {
  /** Project ("group") id. */
  projectId: string;
}

interface AtlasRole {
  roleName: string;
  databaseName: string;
}

/**
 * Users of an Atlas project, through the Administration API (v2, resource version 2023-01-01). Never run against Atlas
 * itself: it is held to the documented requests by a server of the tests'.
 */
export class AtlasUsers implements DatabaseUsers {
  readonly #access: AtlasAccess;

  constructor(access: AtlasAccess) {
    this.#access = access;
  }

  async roles(user: string): Promise<UserRole[] | undefined> {
    const { status, body } = await atlasRequest(this.#access, 'GET', this.#path(user));
    if (status === 404) return undefined;
    const { roles = [] } = body as { roles?: AtlasRole[] };
    return roles.map(({ roleName, databaseName }) => ({ role: roleName, db: databaseName }));
  }

  async ensure(user: string, password: Secret, roles: UserRole[]): Promise<void> {
    const shared = {
      password: password.reveal(),
      roles: roles.map(({ role, db }) => ({ roleName: role, databaseName: db })),
    };
    if ((await this.roles(user)) !== undefined) {
      await atlasRequest(this.#access, 'PATCH', this.#path(user), shared);
      return;
    }
    const made = { databaseName: 'admin', groupId: this.#access.projectId, username: user, ...shared };
    await atlasRequest(this.#access, 'POST', this.#path(), made);
  }

  async remove(user: string): Promise<void> {
    await atlasRequest(this.#access, 'DELETE', this.#path(user));
  }

  async close(): Promise<void> {
    // each request has a connection of its own
  }

  #path(user?: string): string {
    const users = `/api/atlas/v2/groups/${encodeURIComponent(this.#access.projectId)}/databaseUsers`;
    return user === undefined ? users : `${users}/admin/${encodeURIComponent(user)}`;
  }
}
