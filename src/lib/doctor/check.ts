/** What a check found. `remedy` is there when something is to be done. */
export interface Finding {
  name: string;
  status: 'ok' | 'warning' | 'failed';
  text: string;
  remedy?: string;
}

/** What checks look at. */
export interface DoctorContext {
  projectDir: string;
  /** Ports that `arcube dev` would use. */
  ports: { api: number; aws: number };
}

/** Looks at one thing; never throws for what it looks at. */
export type Check = (context: DoctorContext) => Finding | Finding[] | Promise<Finding[]>;
