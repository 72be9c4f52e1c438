import type { Instant } from '../../calendar/day.ts';
import { organNamed, type Roster } from '../../organs.ts';
import type { Case } from '../case.ts';
import type { CaseEvent } from '../events.ts';

/** 协办意见 with its words, and whose it is by name. */
export interface Opinion {
  readonly organ: string;
  readonly name: string;
  readonly at: Instant;
  readonly opinion: string;
}

/** What those who assist said last, each once. */
export function opinionsOf({ opinions = [] }: Case, events: readonly CaseEvent[], roster: Roster): readonly Opinion[] {
  return opinions.flatMap(({ organ, at, seq }) => {
    const event = events.find((one) => one.seq === seq);
    const said = event?.type === 'assistance-answered' ? [event.opinion] : [];
    return said.map((opinion) => ({ organ, name: organNamed(organ, roster).name, at, opinion }));
  });
}
