import type { Case } from '../../../domain/case/case.ts';
import { nextOwed } from '../../../domain/case/clocks/owed-clocks.ts';
import type { Context } from '../../../domain/case/context.ts';
import type { CaseEvent, EventOf } from '../../../domain/case/events.ts';
import { composedAnswer } from '../../../domain/case/handling/splitting.ts';
import { registrationOf } from '../../../domain/case/history/part-registration.ts';
import { hasEnded } from '../../../domain/case/status.ts';
import { statusTextOf } from '../../../domain/case/status-text.ts';
import { organNamed } from '../../../domain/organs.ts';
import { commandCase } from '../../cases/command-case.ts';
import type { RelayJoiningDeps } from './relay-joining.ts';

/**
 * What an event of a whole asks of its parts, and of a part of its whole. `now` is its case as it stands. Asked for
 * twice, it changes nothing more.
 */
export async function relaySplitting(event: CaseEvent, now: Case, deps: RelayJoiningDeps): Promise<void> {
  const { cases, rules } = deps;
  const context: Context = { ...rules, now: event.at, actor: { kind: 'system' } };
  if (event.type === 'split') await open(event, now, context, deps);
  if (now.parts && MOVING.has(event.type)) await move(now, context, deps);
  const { partOf, status } = now;
  if (partOf && (hasEnded(now) || status === 'filed')) {
    await commandCase(partOf.whole, { type: 'move-part', part: now.id, status }, context, cases);
    await endWhole(partOf.whole, context, deps);
  }
}

/** What may change by when the whole is due. */
const MOVING: ReadonlySet<CaseEvent['type']> = new Set(['extended', 'recomputed']);

async function open(event: EventOf<'split'>, whole: Case, context: Context, { cases }: RelayJoiningDeps) {
  for (const part of event.parts) {
    const until = nextOwed(whole, context.policies)?.dueAt ?? part.until;
    const registration = registrationOf(part, whole, event, until);
    await commandCase(part.id, { type: 'register', registration }, context, cases);
  }
}

async function move(whole: Case, context: Context, { cases }: RelayJoiningDeps): Promise<void> {
  const until = nextOwed(whole, context.policies)?.dueAt;
  if (until === undefined) return;
  for (const { id } of whole.parts ?? []) await commandCase(id, { type: 'follow-whole', until }, context, cases);
}

/** 整件办结: when the last of its parts has ended, with the answers of all. */
async function endWhole(caseId: string, context: Context, { cases, rules }: RelayJoiningDeps): Promise<void> {
  const whole = await cases.load(caseId);
  if (whole?.status !== 'split' || !whole.parts?.every(hasEnded)) return;
  const parts = await Promise.all(whole.parts.map(async (part) => ({ ...part, state: await cases.load(part.id) })));
  const results = parts.map(({ number, title, status, state }) => ({
    number,
    title,
    organ: organNamed(state?.lead ?? whole.lead, rules).name,
    statusText: statusTextOf(state ?? { status }),
    answer: state?.answer,
  }));
  await commandCase(caseId, { type: 'propose-closing', answer: composedAnswer(results) }, context, cases);
  await commandCase(caseId, { type: 'close' }, context, cases);
}
