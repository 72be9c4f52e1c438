import type { Instant } from '../../domain/calendar/day.ts';
import type { RevealReason } from '../../domain/case/acts/reveal-contact.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Channel, Contact } from '../../domain/complaint.ts';
import { type CaseStore, commandCase, type Outcome } from '../cases/command-case.ts';

/** Who sent a complaint, and by which way it came. */
export interface Sender {
  readonly channel: Channel;
  readonly anonymous: boolean;
  readonly contact?: Contact | undefined;
}

export interface RevealContactDeps {
  readonly cases: CaseStore;
  readonly complaints: { readSender(receipt: string): Promise<Sender | undefined> };
  readonly context: CaseRules;
}

export interface Revealed {
  readonly kind: 'revealed';
  readonly receipt: string;
  readonly sender: Sender;
  /** By when whoever sees it must have put it away. */
  readonly expiresAt: Instant;
}

interface Asked {
  readonly caseId: string;
  readonly reason: RevealReason;
  readonly receipt?: string | undefined;
}

const SHOWN_MS = 5 * 60_000;

/**
 * Who the complainant is, for whoever must reach them: on record first, and nothing is read of them before. An anonymous
 * sender stays anonymous, whatever lies in the vault.
 */
export async function revealContact(
  { caseId, ...asked }: Asked,
  staff: Staff,
  now: Instant,
  { cases, complaints, context }: RevealContactDeps,
): Promise<Revealed | Exclude<Outcome, { kind: 'done' }>> {
  const outcome = await commandCase(
    caseId,
    { type: 'reveal-contact', ...asked },
    { ...context, now, actor: staff },
    cases,
  );
  if (outcome.kind !== 'done') return outcome;
  const receipt = asked.receipt ?? caseId;
  const kept = await complaints.readSender(receipt);
  const { channel = outcome.state.channel, anonymous = true, contact } = kept ?? {};
  const sender = { channel, anonymous, contact: anonymous ? undefined : contact };
  return { kind: 'revealed', receipt, sender, expiresAt: new Date(Date.parse(now) + SHOWN_MS).toISOString() };
}
