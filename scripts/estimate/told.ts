/** What is said once and not with every row. */
import { UsageError } from './request';

/** Factor sets remembered; with more of them the rows say their assumptions again. */
const MOST = 1000;

/** The row in which the assumptions of a factor set were written. */
export class FirstRows {
  private readonly rows = new Map<string, number>();

  /** The assumptions in the first row of their factor set, and in later ones where to find them. */
  assumptions(key: string, row: number, write: () => unknown): unknown {
    const first = this.rows.get(key);
    if (first !== undefined) return `as in row ${first}, but for this row's own times and tokens`;
    if (this.rows.size >= MOST) this.rows.clear();
    this.rows.set(key, row);
    return write();
  }
}

/** The reason of a fault that the input has; any other fault is the program's own and goes on. */
export function reasonOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  throw error;
}
