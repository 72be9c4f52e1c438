import type { CaseReader } from '../../usecases/cases/command-case.ts';
import type { Receptions } from '../../usecases/desk/receptions.ts';
import type { ListCasesDeps } from '../../usecases/staff/list-cases.ts';
import type { ReadCaseDeps } from '../../usecases/staff/show-case.ts';
import type { ShowNoticesDeps } from '../../usecases/staff/show-notices.ts';
import type { SeenCases } from '../../usecases/staff/visible-list.ts';
import type { NameOf } from '../shared/staff/said-in-event.ts';
import type { TraceDeps } from '../shared/staff/trace-view.ts';
import type { SavedListsDeps } from './saved-lists.ts';

/** What the pages of the desk read, and the little that they keep. */
export interface DeskPagesDeps
  extends SavedListsDeps,
    TraceDeps,
    Omit<ListCasesDeps, 'context'>,
    Omit<ShowNoticesDeps, 'context' | 'cases'>,
    Omit<ReadCaseDeps, 'context'> {
  readonly context: ReadCaseDeps['context'];
  readonly cases: CaseReader & ListCasesDeps['cases'];
  readonly seen: SeenCases;
  readonly receptions: Receptions;
  /** What people call a matter or a subtype, by its code. */
  readonly codeNameOf: NameOf;
}
