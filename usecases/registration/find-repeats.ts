import type { Instant } from '../../domain/calendar/day.ts';
import { type Case, isOpen } from '../../domain/case/case.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import { bucketsOf, sentAfter } from '../../domain/repeats/buckets.ts';
import { citedReceipts } from '../../domain/repeats/cited-receipts.ts';
import type { HashKey } from '../../domain/repeats/keyed-hash.ts';
import { relationOf } from '../../domain/repeats/relation.ts';
import type { Repeat } from '../../domain/repeats/repeat.ts';
import type { RepeatRules } from '../../domain/repeats/rules.ts';
import { type RepeatSketch, sketchOf } from '../../domain/repeats/sketch.ts';
import type { CaseStore } from '../cases/command-case.ts';

/** What is kept of a case so that later complaints of its matter find it: nothing personal. */
export interface FiledCase {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly sketch: RepeatSketch;
}

export interface RepeatDeps {
  /** Those under that key, the latest first. */
  recent(bucket: string, limit: number): Promise<readonly FiledCase[]>;
  /** Under each of the keys; filed again it changes nothing. */
  file(buckets: readonly string[], filed: FiledCase): Promise<void>;
  readonly rules: RepeatRules;
  readonly hashKey: () => Promise<HashKey>;
  /** By which a receipt in the text is known for one of ours. */
  readonly provinceLetters: string;
}

/** What it takes to look for them. */
export interface FindRepeatsDeps {
  readonly complaints: {
    /** Undefined when there is no such complaint. */
    readComplaint(receipt: string): Promise<AnonymousComplaint | undefined>;
  };
  readonly cases: Pick<CaseStore, 'load'>;
  readonly repeats: RepeatDeps;
}

interface Candidate extends FiledCase {
  /** The complaint names its receipt. */
  readonly cited: boolean;
}

type Related = Candidate & Pick<Repeat, 'score'>;

const RECENT = 25;
const SUGGESTED = 3;
const DAY_MS = 86_400_000;

/**
 * The earlier cases that a complaint seems to belong to, the surest first and at most three. What it costs does not
 * depend on how many cases there are: four queries, a fifth for a partner's order, then the cases of those that are
 * likely.
 */
export async function findRepeats(
  complaint: AnonymousComplaint,
  sketch: RepeatSketch,
  deps: FindRepeatsDeps,
): Promise<readonly Repeat[]> {
  const candidates = [...(await citedBy(complaint, deps)), ...(await filedLike(complaint, sketch, deps.repeats))];
  const likely = firstOfEach(candidates)
    .flatMap((one): Related[] => {
      const { relation, score } = relationOf(sketch, one.sketch, since(one, complaint, false), deps.repeats.rules);
      return relation === 'unrelated' ? [] : [{ ...one, score }];
    })
    .toSorted((one, other) => Number(other.cited) - Number(one.cited) || other.score - one.score)
    .slice(0, SUGGESTED);
  const found = await Promise.all(likely.map((one) => repeatIn(one, complaint, sketch, deps)));
  const all = [...(await sentAhead(complaint, deps)), ...found.filter((one) => one !== undefined)];
  return firstOfEach(all).slice(0, SUGGESTED);
}

/** What adds to this complaint, and came in so long before it that it has a case of its own: whatever its words are. */
async function sentAhead(
  { receipt, order }: AnonymousComplaint,
  { cases, repeats: { recent } }: Pick<FindRepeatsDeps, 'cases' | 'repeats'>,
): Promise<readonly Repeat[]> {
  // Nobody but a partner's program can name what has not come in.
  if (order === undefined) return [];
  const filed = await recent(sentAfter(receipt), SUGGESTED);
  const states = await Promise.all(filed.map(({ caseId }) => standing(caseId, cases)));
  return states.flatMap((state) => (!state || state.id === receipt ? [] : [aheadIn(state)]));
}

function aheadIn(state: Case): Repeat {
  const [relation, advice] = isOpen(state)
    ? (['same-matter', '建议并案'] as const)
    : (['same-source', '此前件已办结，关联备查'] as const);
  const trace = [`此前件是本件的补充，先于本件收到，已单独登记：${advice}`];
  return { caseId: state.id, relation, score: 1, lead: state.lead, trace };
}

/** A case may be filed under several keys, or have taken in several others. */
function firstOfEach<Of extends { readonly caseId: string }>(list: readonly Of[]): Of[] {
  return list.filter(({ caseId }, i) => list.findIndex((other) => other.caseId === caseId) === i);
}

/** Only what came before may be joined, so only that is linked. */
async function filedLike(
  { receipt, receivedAt }: AnonymousComplaint,
  sketch: RepeatSketch,
  { recent }: RepeatDeps,
): Promise<Candidate[]> {
  const filed = await Promise.all(bucketsOf(sketch).map((bucket) => recent(bucket, RECENT)));
  const isEarlier = (one: FiledCase) => `${one.receivedAt} ${one.caseId}` < `${receivedAt} ${receipt}`;
  return filed
    .flat()
    .filter(isEarlier)
    .map((one) => ({ ...one, cited: false }));
}

/** Whoever names a receipt need not say again where it was. */
async function citedBy(
  { receipt, text }: AnonymousComplaint,
  { complaints, cases, repeats: { rules, hashKey, provinceLetters } }: FindRepeatsDeps,
): Promise<Candidate[]> {
  const cited = citedReceipts(text, provinceLetters).filter((caseId) => caseId !== receipt);
  const found = cited.map(async (caseId): Promise<Candidate[]> => {
    const [earlier, state] = await Promise.all([complaints.readComplaint(caseId), cases.load(caseId)]);
    if (!earlier || !state) return [];
    const sketch = sketchOf({ ...earlier, place: state.place }, rules, await hashKey());
    return [{ caseId, receivedAt: earlier.receivedAt, sketch, cited: true }];
  });
  return (await Promise.all(found)).flat();
}

/** What was joined to another case is handled there. */
async function repeatIn(
  candidate: Candidate,
  complaint: AnonymousComplaint,
  sketch: RepeatSketch,
  { cases, repeats: { rules } }: Pick<FindRepeatsDeps, 'cases' | 'repeats'>,
): Promise<Repeat | undefined> {
  const state = await standing(candidate.caseId, cases);
  if (!state || state.id === complaint.receipt) return undefined;
  const related = relationOf(sketch, candidate.sketch, since(candidate, complaint, !isOpen(state)), rules);
  const { relation, score, trace } = related;
  return relation === 'unrelated' ? undefined : { caseId: state.id, relation, score, lead: state.lead, trace };
}

async function standing(caseId: string, cases: FindRepeatsDeps['cases']): Promise<Case | undefined> {
  const state = await cases.load(caseId);
  return state?.joinedTo === undefined ? state : await standing(state.joinedTo, cases);
}

function since({ receivedAt, cited }: Candidate, complaint: AnonymousComplaint, ended: boolean) {
  const daysAgo = Math.max(0, Math.floor((Date.parse(complaint.receivedAt) - Date.parse(receivedAt)) / DAY_MS));
  return { daysAgo, ended, cited };
}
