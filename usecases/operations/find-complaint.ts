import type { Instant } from '../../domain/calendar/day.ts';
import { nameOfEvent } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { normaliseReceipt } from '../../domain/receipt.ts';
import { type AcceptComplaintDeps, receiptOf } from '../intake/accept-complaint.ts';
import type { KnownDelivery } from '../notices/delivery/delivery.ts';
import type { KeptNotices } from '../notices/delivery/kept-notices.ts';
import { type HandlingCaseDeps, handlingCaseOf, type Received } from './handling-case.ts';

export interface FindComplaintDeps extends HandlingCaseDeps, Pick<AcceptComplaintDeps, 'provinceLetters' | 'sha256'> {
  /** What became of the notices of a case, in no order. */
  readonly noticesOf: (caseId: string) => Promise<readonly KnownDelivery[]>;
  /** What is kept of them, word for word. */
  readonly keptOf: KeptNotices['ofCase'];
  /** The dead-letter queues in which a message names that receipt. */
  readonly deadLettersNaming: (receipt: string) => Promise<readonly string[]>;
  /** Names of the partners of the province. */
  readonly partners: readonly string[];
}

export interface HandledIn {
  readonly id: string;
  /** 办理状态. */
  readonly status: string;
  /** The organ that leads. */
  readonly lead: string;
  readonly joinedTo: string | undefined;
}

/** An event without what anybody said: whoever acted is named by their organ. */
export interface Happened {
  readonly seq: number;
  readonly at: Instant;
  /** 办理动作. */
  readonly what: string;
  readonly by: string;
}

/** A notice with what became of it, and how often its words were kept. */
export interface NoticeSeen extends KnownDelivery {
  readonly kept: number;
}

/** 一件来信的经过: the way of one complaint, without a word of it. */
export interface Way {
  /** Undefined where the vault has none: it was erased, or never came. */
  readonly received: Received | undefined;
  readonly receipt: string;
  /** The case in which it is handled; undefined where there is none (yet). */
  readonly handledIn: HandledIn | undefined;
  readonly events: readonly Happened[];
  /** The oldest first. */
  readonly notices: readonly NoticeSeen[];
  readonly deadLetters: readonly string[];
}

/** The way of a complaint by its receipt (its case has the same id), or by the number that a partner gave it. */
export async function findComplaint(asked: string, deps: FindComplaintDeps): Promise<Way | undefined> {
  for (const receipt of receiptsMeant(asked, deps)) {
    const way = await wayOf(receipt, deps);
    if (way.received || way.handledIn) return way;
  }
  return undefined;
}

function receiptsMeant(asked: string, deps: FindComplaintDeps): readonly string[] {
  const typed = normaliseReceipt(asked);
  const orders = deps.partners.map((partner) =>
    receiptOf({ channel: 'partner', sourceId: `${partner}:${asked.trim()}` }, deps),
  );
  return typed === undefined ? orders : [typed, ...orders];
}

async function wayOf(receipt: string, deps: FindComplaintDeps): Promise<Way> {
  const received = await deps.complaints.readWay(receipt);
  const state = await handlingCaseOf(receipt, deps);
  const notices = state ? await noticesSeen(state.id, deps) : [];
  return {
    receipt,
    received,
    handledIn: state && { id: state.id, status: statusTextOf(state), lead: state.lead, joinedTo: state.joinedTo },
    events: state ? (await deps.cases.events(state.id)).map(happened) : [],
    notices: notices.toSorted((one, other) => one.notice.at.localeCompare(other.notice.at)),
    deadLetters: await deps.deadLettersNaming(receipt),
  };
}

async function noticesSeen(caseId: string, deps: FindComplaintDeps): Promise<readonly NoticeSeen[]> {
  const kept = Map.groupBy(await deps.keptOf(caseId), ({ noticeId }) => noticeId);
  return (await deps.noticesOf(caseId)).map((one) => ({ ...one, kept: kept.get(one.notice.id)?.length ?? 0 }));
}

function happened(event: CaseEvent): Happened {
  const { seq, at, actor } = event;
  return { seq, at, what: nameOfEvent(event), by: actor.kind === 'staff' ? actor.organ : actor.kind };
}
