import type { Filters } from '../../domain/lists/filters.ts';
import type { Group } from '../../domain/lists/groups.ts';
import type { Scope } from '../../domain/lists/scopes.ts';

/** One question for a list. Of an organ below, or for who sees to all of the province any, `organ` names it. */
export interface ListQuery {
  readonly scope: Scope;
  readonly group: Group;
  readonly organ?: string | undefined;
  readonly filters?: Filters | undefined;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
}
