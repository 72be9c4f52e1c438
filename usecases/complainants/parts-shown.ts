import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { Lang } from '../../domain/classification/classification.ts';
import {
  type Milestone,
  milestonesOf,
  type NoticeTold,
  noticesTold,
} from '../../domain/notices/complainants/milestones.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';

/** 分件, as its complainant sees it: under the one receipt that they have. */
export interface PartShown {
  readonly number: number;
  readonly title: string;
  readonly organ?: string | undefined;
  readonly status: string;
  readonly statusText: string;
  readonly answer?: string | undefined;
}

interface Parts {
  readonly parts: readonly PartShown[];
  readonly timeline: readonly Milestone[];
  readonly notices: readonly NoticeTold[];
}

/** What became of each part of a case: how far it is, its answer, and what was told of it. */
export async function partsShown(
  { parts = [], classification }: Case,
  cases: CaseReader,
  roster: Roster | undefined,
): Promise<Parts> {
  const all = await Promise.all(
    parts.map(async ({ id, number, title, status }) => {
      const [state, events] = await Promise.all([cases.load(id), cases.events(id)]);
      const organ = state && roster && organNamed(state.lead, roster).name;
      const shown = { number, title, organ, status: state?.status ?? status, answer: state?.answer };
      return {
        shown: { ...shown, statusText: statusTextOf(state ?? { status }) },
        ...toldOf(number, id, events, classification.lang),
      };
    }),
  );
  return {
    parts: all.map(({ shown }) => shown),
    timeline: all.flatMap(({ timeline }) => timeline),
    notices: all.flatMap(({ notices }) => notices),
  };
}

/** That it was registered is said by the splitting. */
function toldOf(number: number, id: string, events: readonly CaseEvent[], lang: Lang): Omit<Parts, 'parts'> {
  const since = events.filter(({ type }) => type !== 'registered');
  const timeline = milestonesOf(since, id).map(({ at, text }) => ({ at, text: `第${number}部分：${text}` }));
  return { timeline, notices: noticesTold(since, id, lang) };
}
