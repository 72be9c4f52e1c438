import type { Accused } from '../../domain/accused/accused.ts';
import type { Known } from '../../domain/analysis.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Registration } from '../../domain/case/acts/register.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { incidentLimits } from '../../domain/case/handling/incident.ts';
import type { Classification } from '../../domain/classification/classification.ts';
import { type Limits, SET_LIMIT } from '../../domain/clocks/set-limit.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import { type Campaign, campaignOf, limitsOf } from '../../domain/partners/campaign.ts';
import { bucketsOf, sentAfter } from '../../domain/repeats/buckets.ts';
import type { Repeat } from '../../domain/repeats/repeat.ts';
import { sketchOf } from '../../domain/repeats/sketch.ts';
import { type CaseReader, type CaseStore, commandCase } from '../cases/command-case.ts';
import { type FindRepeatsDeps, findRepeats } from './find-repeats.ts';

export interface OpenCaseDeps extends FindRepeatsDeps {
  /**
   * What the complaint is about, where, and whose it is by the law of that moment. Pure, and never without a route: the
   * catch-all takes the rest.
   */
  readonly analyse: (
    complaint: AnonymousComplaint & { readonly known?: Known | undefined },
    now: Instant,
  ) => Omit<Registration, 'complaint' | 'repeats'>;
  readonly cases: CaseStore & CaseReader;
  readonly context: CaseRules;
  /** 督察行动, each with its own periods; none where no inspection hands anything over. */
  readonly campaigns?: readonly Campaign[] | undefined;
}

/**
 * Opens the case of a complaint, classified, routed and linked to the earlier cases that it seems to belong to, its
 * clocks running from the receipt; then files it for those that come later. Done before, it changes nothing, but
 * completes a filing that was cut short. What was sent after a complaint that there is not says so by its flag, and is found
 * by that complaint where it comes in later;
 * `apartFrom` is the case that it was sent after and set apart from.
 */
export async function openCase(
  complaint: AnonymousComplaint,
  now: Instant,
  deps: OpenCaseDeps,
  apartFrom?: string,
): Promise<'registered' | 'already'> {
  const { receipt, receivedAt } = complaint;
  const analysis = analysed(complaint, now, deps);
  const sketch = sketchOf({ ...complaint, place: analysis.place }, deps.repeats.rules, await deps.repeats.hashKey());
  const repeats = await findRepeats(complaint, sketch, deps);
  const accused = handlersOf(repeats, deps.context);
  const awaited = apartFrom === undefined ? complaint.follows?.to : undefined;
  const registration = {
    complaint: awaited === undefined ? complaint : flagged(complaint),
    ...(accused.length > 0 ? analysed(complaint, now, deps, { accused }) : analysis),
    apartFrom,
    repeats: repeats.length > 0 ? repeats : undefined,
    sites: analysis.classification.urgency === 'emergency' ? sketch.sites : undefined,
    limits: limitsFor(complaint, analysis.classification, deps.campaigns),
  };
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  const outcome = await commandCase(receipt, { type: 'register', registration }, context, deps.cases);
  const buckets = [...bucketsOf(sketch), ...(awaited === undefined ? [] : [sentAfter(awaited)])];
  await deps.repeats.file(buckets, { caseId: receipt, receivedAt, sketch });
  return outcome.kind === 'done' ? 'registered' : 'already';
}

/** What stands below a letter is read as well where the letter itself does not say what it is about. */
function analysed(
  complaint: AnonymousComplaint,
  now: Instant,
  { analyse }: Pick<OpenCaseDeps, 'analyse'>,
  known?: Known,
) {
  const { text, quoted } = complaint;
  const own = analyse({ ...complaint, known }, now);
  const isUnclear = quoted !== undefined && own.classification.matter === 'unknown';
  return isUnclear ? analyse({ ...complaint, known, text: `${text}\n\n${quoted}` }, now) : own;
}

/** To complain of how a case was handled is to complain of whoever handles it. */
function handlersOf(repeats: readonly Repeat[], roster: Roster): readonly Accused[] {
  return repeats
    .filter(({ relation }) => relation === 'about-handling')
    .map(({ lead }) => organNamed(lead, roster))
    .map(({ id, name }) => ({ organ: id, why: [`${name}：反映其办理的前件`] }));
}

/** What an emergency, the inspection campaign and the order itself set. */
function limitsFor(
  { inspection, order, receivedAt }: AnonymousComplaint,
  classification: Classification,
  campaigns: readonly Campaign[] = [],
): Limits | undefined {
  const campaign = inspection && campaignOf(inspection.batch, receivedAt, campaigns);
  const own: Limits = order?.limit ? { [SET_LIMIT]: { limit: order.limit } } : {};
  const limits = { ...incidentLimits(classification), ...(campaign && limitsOf(campaign)), ...own };
  return Object.keys(limits).length > 0 ? limits : undefined;
}

const flagged = (complaint: AnonymousComplaint): AnonymousComplaint => ({
  ...complaint,
  flags: [...complaint.flags, 'follows-unknown'],
});
