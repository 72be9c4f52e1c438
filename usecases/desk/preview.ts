import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import { namedBy, type StaffCommand } from '../../domain/case/acts.ts';
import { type Case, runningClocks } from '../../domain/case/case.ts';
import type { Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { record } from '../../domain/case/record.ts';
import { hasEnded } from '../../domain/case/status.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { toldOf } from '../../domain/notices/complainants/tellings.ts';
import { filledIn, type Notice, ORDER_NUMBER } from '../../domain/notices/notice.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import type { CommandByStaffDeps } from '../staff/command-by-staff.ts';

/** What a command would cause, or what stands in its way. */
export type Preview =
  | { readonly kind: 'would'; readonly consequence: Consequence }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly detail: string };

export interface Consequence {
  readonly statusText: string;
  /** 告知信访人, in the very words. */
  readonly told: readonly { readonly status: string; readonly text: string }[];
  /** Subjects of the letters to staff, with the organ of each. */
  readonly letters: readonly { readonly organ: string; readonly subject: string }[];
  readonly started: readonly Clock[];
  readonly stopped: readonly Clock[];
  /** 拆分件: of an act that ends a part, how many other parts of its whole are open; the last one ends the whole. */
  readonly othersOpen: number | undefined;
}

/** What would follow from a command on a case, by the functions that decide and tell; nothing is written or sent. */
export async function previewCommand(
  state: Case,
  command: StaffCommand,
  staff: Staff,
  now: Instant,
  { cases, context: rules, mattersOn }: CommandByStaffDeps,
): Promise<Preview> {
  const named = namedBy(command);
  const namedCase = named === undefined ? undefined : await cases.load(named);
  const context: Context = { ...rules, matters: mattersOn(dayOf(now)), now, actor: staff, namedCase };
  const decision = decide(state, command, context);
  if (decision.kind === 'refused') return { kind: 'refused', detail: decision.detail };
  if (decision.facts.length === 0) return { kind: 'nothing' };
  const { state: after, events } = record(state.id, state, decision.facts, context, toldOf);
  const notices = events.flatMap((event) => noticesFor(event, after!, context));
  const told = events.flatMap((event) => event.told?.notice ?? []);
  return {
    kind: 'would',
    consequence: {
      ...clocksBetween(state, after!),
      othersOpen: await othersOpenBeside(state, after!, cases),
      statusText: statusTextOf(after!),
      told,
      letters: lettersIn(notices),
    },
  };
}

async function othersOpenBeside(before: Case, { id, partOf, ...after }: Case, cases: CommandByStaffDeps['cases']) {
  if (!partOf || hasEnded(before) || !hasEnded(after)) return undefined;
  const { parts = [] } = (await cases.load(partOf.whole)) ?? {};
  return parts.filter((part) => part.id !== id && !hasEnded(part)).length;
}

function clocksBetween(before: Case, after: Case) {
  const [were, are] = [runningClocks(before), runningClocks(after)];
  const without = (all: readonly Clock[], others: readonly Clock[]) =>
    all.filter(({ name, dueAt }) => !others.some((other) => other.name === name && other.dueAt === dueAt));
  return { started: without(are, were), stopped: without(were, are) };
}

/** With the number of an order as the case has it. */
const asTheyStand = (notice: Notice): Notice => filledIn(notice, { [ORDER_NUMBER]: notice.order?.number ?? '' });

/** One line for each organ and subject, however many addresses and transports. */
function lettersIn(notices: readonly Notice[]): Consequence['letters'] {
  const letters = notices
    .map(asTheyStand)
    .flatMap(({ addresses: [first], subject }) =>
      first && 'organ' in first
        ? [{ organ: first.organ, subject: first.transport === 'robot' ? `${subject}（工作群）` : subject }]
        : [],
    );
  return [...new Map(letters.map((letter) => [`${letter.organ} ${letter.subject}`, letter])).values()];
}
