import fc from 'fast-check';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { addHours, type Instant } from '../../domain/calendar/day.ts';
import type { Registration } from '../../domain/case/acts/register.ts';
import { type Command, namedBy, type StaffCommand, staffActOf, uploadsOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { obstacleTo } from '../../domain/case/commands/obstacle.ts';
import type { Context } from '../../domain/case/context.ts';
import type { Actor } from '../../domain/case/people/actor.ts';
import { ROLE_NAMES } from '../../domain/case/rights/roles.ts';
import { commandCase } from '../../usecases/cases/command-case.ts';
import { RECEIPT, registration } from './cases.ts';
import { beijing, contextAt } from './rules.ts';
import { EARLIER, OF_ITSELF, ORGANS, saying, TYPES } from './sayings.ts';

/** Everybody there is, one whose role nobody knows, and a second head, who may sign what the other proposed. */
const PEOPLE: readonly Actor[] = ORGANS.flatMap((organ) =>
  [...ROLE_NAMES, 'head', 'intern'].map((role, n) => {
    const name = `${organ} ${role} ${n}`;
    return { kind: 'staff', organ, role, name, sub: name } as const;
  }),
);

/** One step of a life: how many hours later, who, and which of what they may do; `rarely` gives what is mostly refused. */
interface Turn {
  readonly after: number;
  readonly who: number;
  readonly what: number;
  readonly how: 'allowed' | 'of-itself' | 'rarely';
}

const turn: fc.Arbitrary<Turn> = fc.record({
  after: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 1, 20) }, fc.constantFrom(100, 400, 1_200)),
  who: fc.nat({ max: 999 }),
  what: fc.nat({ max: 999 }),
  how: fc.oneof(
    { weight: 7, arbitrary: fc.constant('allowed' as const) },
    { weight: 2, arbitrary: fc.constant('of-itself' as const) },
    fc.constant('rarely' as const),
  ),
});

/** A case of any kind, and whatever anybody may come to do with it. */
export const lives = fc.record({
  from: fc.constantFrom('2026-11-20 09:00', '2026-12-02 09:00'),
  urgency: fc.constantFrom('normal' as const, 'normal' as const, 'emergency' as const),
  procedure: fc.constantFrom(undefined, 'petition' as const, 'duty' as const),
  lead: fc.constantFrom('county', 'county', 'city', 'province', 'desk'),
  isInspection: fc.boolean(),
  turns: fc.array(turn, { minLength: 15, maxLength: 32, size: 'max' }),
});
export type Life = typeof lives extends fc.Arbitrary<infer One> ? One : never;

function registrationOf({ urgency, procedure, lead, isInspection }: Life, receivedAt: Instant): Registration {
  const usual = registration(receivedAt, isInspection ? { inspection: { batch: '1', item: 'X1' } } : {});
  return {
    ...usual,
    classification: { ...usual.classification, urgency },
    procedure: procedure && { procedure, why: '' },
    route: { ...usual.route, lead, assisting: ['neighbour'] },
  };
}

/** A store in which the case has lived that life. Whatever the domain does not expect throws. */
export async function lived(life: Life) {
  const store = memoryCaseStore();
  const start = beijing(life.from);
  const known = registration(addHours(start, -1));
  const earlier = { ...known, complaint: { ...known.complaint, receipt: EARLIER } };
  await commandCase(EARLIER, { type: 'register', registration: earlier }, contextAt(start), store);
  const opening: Command = { type: 'register', registration: registrationOf(life, start) };
  await commandCase(RECEIPT, opening, contextAt(start), store);
  const done: string[] = [];
  let now = start;
  for (const one of life.turns) {
    now = addHours(now, one.after);
    const state = (await store.load(RECEIPT))!;
    const { command, actor } = next(one, state, now, done);
    done.push(command.type);
    await commandCase(RECEIPT, command, await contextFor(command, actor, now, store.load), store);
  }
  return {
    events: await store.events(RECEIPT),
    stored: store.storedEvents(RECEIPT),
    state: (await store.load(RECEIPT))!,
  };
}

function next({ how, who, what }: Turn, state: Case, now: Instant, done: readonly string[]): Asked {
  const actor = PEOPLE[who % PEOPLE.length]!;
  if (how === 'rarely') return { command: saying(TYPES[what % TYPES.length]!, what), actor };
  const able = how === 'allowed' ? somethingNew({ who, what }, contextAt(now), state, done) : undefined;
  if (able) return able;
  const happenings = Object.values(OF_ITSELF);
  return { command: happenings[what % happenings.length]!(who, state), actor: { kind: 'system' } };
}

interface Asked {
  readonly command: Command;
  readonly actor: Actor;
}

/** By which most lives would end before they have begun. */
const EARLY_ENDS: readonly string[] = ['decline', 'transfer', 'join'];

/** Something that somebody may do now, and that was done seldom so far. */
function somethingNew(
  { who, what }: Pick<Turn, 'who' | 'what'>,
  context: Context,
  state: Case,
  done: readonly string[],
): Asked | undefined {
  const asked = PEOPLE.slice(who % PEOPLE.length)
    .concat(PEOPLE)
    .slice(0, PEOPLE.length);
  const rank = (type: string): number =>
    done.filter((one) => one === type).length + (EARLY_ENDS.includes(type) && what % 9 > 0 ? 9 : 0);
  const start = what % TYPES.length;
  const types = [...TYPES.slice(start), ...TYPES.slice(0, start)].toSorted((one, two) => rank(one) - rank(two));
  for (const type of types) {
    if (!staffActOf(type).from.includes(state.status)) continue;
    const actor = asked.find((one) => obstacleTo(staffActOf(type), state, { ...context, actor: one }) === undefined);
    if (actor) return { command: saying(type, what + who), actor };
  }
  return undefined;
}

async function contextFor(
  command: Command,
  actor: Actor,
  now: Instant,
  load: (id: string) => Promise<Case | undefined>,
): Promise<Context> {
  const context = { ...contextAt(now, actor), placeNameOf: () => '青禾省禾阳市西林区' };
  if (actor.kind !== 'staff') return context;
  const asked = command as StaffCommand;
  const named = namedBy(asked);
  const namedCase = named === undefined ? undefined : await load(named);
  return { ...context, namedCase, kept: new Map(uploadsOf(asked).map((key) => [key, 'image/jpeg'])) };
}
