import type * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import type { OfficialLetter } from '../../domain/notices/outside/official-letter.ts';
import type { CasePaper } from '../../domain/papers/papers.ts';
import type { CaseFile } from '../../usecases/staff/show-case.ts';
import type { Html } from '../shared/pages/html.ts';
import type { NoticesView } from '../shared/staff/notices-view.ts';
import type { NameOf } from '../shared/staff/said-in-event.ts';
import type { TimelineKind } from './timeline-kinds.ts';

/** What a page of a case is made of. */
export interface CaseState {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
  readonly organNameOf: (organ: string) => string;
  /** Names of what records call by id: organs, clocks, materials, matters, subtypes. */
  readonly nameOf: NameOf;
  readonly policies: Policies;
  /** The list that it was opened from, as the query of its address. */
  readonly list: string;
  /** 函件: what other offices were written, and by which event. */
  readonly papers: readonly (OfficialLetter & { readonly seq: number })[];
  /** 文书 that can be drawn, and what the others lack. */
  readonly drawable: readonly CasePaper[];
  /** 通知: what people were told because of it, the latest first. */
  readonly notices: z.infer<typeof NoticesView>['notices'];
  /** What alone of 办理经过 somebody wants to see. */
  readonly only: TimelineKind | undefined;
  /** What was done a moment ago, and to which case. */
  readonly done?: Html | undefined;
}
