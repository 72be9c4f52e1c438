import { type Command, STAFF_ACTS, type StaffCommand, StaffCommandSchema } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { BODIES } from './act-bodies.ts';
import { FOUR_MET, RECEIPT } from './cases.ts';
import { beijing, organs } from './rules.ts';
import { samplesOf } from './sample-of.ts';

export const TYPES = Object.keys(STAFF_ACTS) as readonly StaffCommand['type'][];
export const ORGANS = [...organs.keys()];

/** A case that was there before. */
export const EARLIER = 'QH-0000-0000-0009';

/** What fits a field of that name in a case as it is here; all else is as its schema has it. */
const FITTING: Readonly<Record<string, readonly unknown[]>> = {
  lead: ORGANS,
  organ: ORGANS,
  assisting: [[], ['neighbour'], ['city']],
  organs: [['neighbour']],
  division: ['990101', '990102'],
  receipt: [RECEIPT, 'F-1', 'F-2'],
  earlier: [EARLIER],
  matter: ['construction-noise', 'odour'],
  ...Object.fromEntries(['until', 'answerBy', 'by', 'end', 'performBy'].map((field) => [field, ['2027-06-01']])),
};

const fitting = (said: object, n: number): object =>
  JSON.parse(JSON.stringify(said), (field, value) => {
    const fits = typeof value === 'object' && !Array.isArray(value) ? undefined : FITTING[field];
    return fits ? fits[n % fits.length] : value;
  });

/** An answer with everything that any procedure asks for. */
const WHOLE_ANSWER = {
  answer: '经查，工地夜间浇筑混凝土属实，已责令停止夜间施工',
  facts: '工地连续三晚夜间浇筑混凝土',
  opinion: '责令停止夜间施工并处罚款',
  basis: ['有关规定'],
  outcome: 'supported',
  ...FOUR_MET,
};

/** What may be said with each act: what makes sense, and whatever else its schema lets through. */
const SAYINGS: Readonly<Record<string, readonly StaffCommand[]>> = Object.fromEntries(
  TYPES.map((type) => {
    const usual = type === 'propose-closing' ? WHOLE_ANSWER : BODIES[type];
    const samples = samplesOf<object>(STAFF_ACTS[type].command.schema);
    const all = samples.flatMap((one, n) => [usual, one, fitting(usual, n), fitting(one, n)]);
    return [type, all.flatMap((one) => StaffCommandSchema.safeParse({ ...one, type }).data ?? [])];
  }),
);

/** One of them, another with each number. */
export const saying = (type: StaffCommand['type'], n: number): StaffCommand =>
  SAYINGS[type]![n % SAYINGS[type]!.length]!;

type SystemType = Exclude<Command['type'], StaffCommand['type'] | 'register'>;

/** What happens without staff: complete by type. */
export const OF_ITSELF: Readonly<Record<SystemType, (n: number, state: Case) => Command>> = {
  absorb: (n) => ({ type: 'absorb', receipt: other(n), channel: 'web', until: n % 2 ? UNTIL : undefined }),
  release: (n) => ({ type: 'release', receipt: other(n), urges: 0 }),
  'take-back': (n) => ({
    type: 'take-back',
    followUps: [{ receipt: `F-${n % 9}`, to: RECEIPT, as: 'urge', channel: 'web', at: UNTIL }],
  }),
  'move-part': (n, { parts = [] }) => ({
    type: 'move-part',
    part: parts[n % parts.length]?.id ?? 'none',
    status: CASE_STATUSES[n % CASE_STATUSES.length]!,
  }),
  'follow-whole': () => ({ type: 'follow-whole', until: UNTIL }),
  accuse: (n) => ({ type: 'accuse', receipt: other(n), accused: n % 5 ? [] : [{ organ: 'neighbour', why: [] }] }),
  'follow-up': (n) => ({
    type: 'follow-up',
    ...{ receipt: `F-${n % 9}`, to: n % 2 ? RECEIPT : other(n), as: n % 3 ? 'supplement' : 'urge', channel: 'web' },
    limit: n % 7 === 0 ? { until: UNTIL } : undefined,
  }),
  rate: (n) => ({ type: 'rate', receipt: RECEIPT, grade: n % 2 ? 'satisfied' : 'dissatisfied', reasons: ['slow'] }),
  'fire-timers': () => ({ type: 'fire-timers' }),
  recompute: (n) => ({ type: 'recompute', policy: n % 2 ? '2026-2' : undefined }),
};
const UNTIL = beijing('2026-12-28 18:00');
const other = (n: number): string => `QH-0000-0000-1${String(n % 9).padStart(3, '0')}`;
