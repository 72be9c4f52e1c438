import type { Day } from '../../domain/calendar/day.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { type Fact, factsOf } from '../../domain/facts/daily-facts.ts';
import type { DayEntries } from '../audit/enter-event.ts';

export interface DailyFactsDeps {
  readonly entries: Pick<DayEntries, 'of'>;
  readonly cases: { events(caseId: string): Promise<readonly CaseEvent[]> };
  readonly rules: Parameters<typeof factsOf>[2];
}

/** The facts of a day, by the cases that were entered under it. */
export async function dailyFacts(day: Day, { entries, cases, rules }: DailyFactsDeps): Promise<readonly Fact[]> {
  const changed: (readonly CaseEvent[])[] = [];
  for await (const entry of entries.of(day)) if ('caseId' in entry) changed.push(await cases.events(entry.caseId));
  return factsOf(day, changed, rules);
}
