/** A role on a database. */
export interface RoleGrant {
  role: string;
  db: string;
}

/** Who a connection has authenticated as. */
export interface Identity {
  user: string;
  db: string;
  roles: readonly RoleGrant[];
}
