import { addDays, dayOf, type Instant, instantAt } from '../../domain/calendar/day.ts';
import { nearestWorkingDay } from '../../domain/calendar/working-days.ts';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { FOUR_MET } from '../support/cases.ts';
import { calendar } from '../support/rules.ts';
import { oneOf, type Rng } from './chance.ts';
import { LEADS } from './people.ts';

/** What one person does at one case. */
export interface Work {
  readonly at: Instant;
  readonly caseId: string;
  readonly who: string;
  readonly command: StaffCommand;
}

/** A complaint to come, and what its organ will do about it. */
export interface Plan {
  readonly at: Instant;
  readonly caseId: string;
  readonly lead: string;
  readonly urgency: 'normal' | 'emergency';
  readonly isInspection: boolean;
  readonly work: readonly Work[];
}

/** After how many days an organ takes a case up and answers it: by far most in time, some late, some never. */
const TEMPERS = [
  { upTo: 0.55, accept: [1, 6], close: [8, 30] },
  { upTo: 0.8, accept: [6, 13], close: [35, 55] },
  { upTo: 0.94, accept: [15, 24], close: [58, 80] },
  { upTo: 1, accept: undefined, close: undefined },
] as const;

/** People send complaints at any hour, most by day. */
const HOURS = [0, 2, 6, 7, 8, 9, 9, 10, 10, 11, 12, 13, 14, 15, 15, 16, 17, 18, 19, 20, 21, 22, 23] as const;

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

export function plans(
  count: number,
  firstDay: string,
  days: number,
  chance: Rng,
  leads: readonly string[] = LEADS,
): readonly Plan[] {
  return Array.from({ length: count }, (_, n) => {
    const day = addDays(firstDay, Math.floor(chance() * days));
    const at = instantAt(day, `${pad(oneOf(HOURS, chance))}:${pad(Math.floor(chance() * 60))}`);
    const caseId = `QH-0000-${pad(Math.floor(n / 10_000), 4)}-${pad(n % 10_000, 4)}`;
    const lead = oneOf(leads, chance);
    const kind = chance();
    const urgency: Plan['urgency'] = kind < 0.02 ? 'emergency' : 'normal';
    const isInspection = kind > 0.97;
    return {
      at,
      caseId,
      lead,
      urgency,
      isInspection,
      work: workAt({ at, caseId, lead, urgency, isInspection }, chance),
    };
  }).toSorted((one, other) => one.at.localeCompare(other.at));
}

function workAt({ at, caseId, lead, urgency, isInspection }: Omit<Plan, 'work'>, chance: Rng): readonly Work[] {
  const temper = temperOf(chance());
  const on = ([from, to]: readonly [number, number]) =>
    atWork(addDays(dayOf(at), from + Math.floor(chance() * (to - from + 1))), chance);
  const by = (time: Instant, who: string, command: StaffCommand): Work => ({ at: time, caseId, who, command });
  const first: readonly Work[] =
    urgency === 'emergency'
      ? [by(minutesAfter(at, 20 + Math.floor(chance() * 90)), lead, { type: 'report-incident', ...ARRIVED })]
      : [];
  if (!temper.accept) return first;
  const proposed = on(temper.close);
  return [
    ...first,
    by(on(temper.accept), lead, { type: 'accept' }),
    ...(isInspection ? [by(on([7, 8]), lead, { type: 'report', ...REPORTED })] : []),
    by(proposed, lead, { type: 'propose-closing', ...ANSWER }),
    by(minutesAfter(proposed, 90), `${lead}/head`, { type: 'close' }),
  ];
}

const REPORTED = { findings: '已查处，情况属实。' } as const;
const ARRIVED = { kind: 'initial', words: '已到现场处置。' } as const;
const ANSWER = {
  answer: '经查，反映的情况属实，已责令整改并复查合格。',
  facts: '工地夜间浇筑混凝土。',
  opinion: '责令停止夜间施工。',
  basis: ['有关规定'],
  outcome: 'supported',
  ...FOUR_MET,
} as const;

const temperOf = (at: number): (typeof TEMPERS)[number] => TEMPERS.find(({ upTo }) => at < upTo)!;

/** Some time of the next day that is worked, from that day on. */
const atWork = (day: string, chance: Rng): Instant =>
  instantAt(
    nearestWorkingDay(day, 'later', calendar),
    `${pad(9 + Math.floor(chance() * 7))}:${pad(Math.floor(chance() * 60))}`,
  );

const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
