import type { Case } from '../../../domain/case/case.ts';
import type { CaseRules, Context } from '../../../domain/case/context.ts';
import type { CaseEvent, EventOf } from '../../../domain/case/events.ts';
import { SET_LIMIT } from '../../../domain/clocks/set-limit.ts';
import { type CaseReader, type CaseStore, commandCase } from '../../cases/command-case.ts';

export interface RelayJoiningDeps {
  readonly cases: CaseStore & CaseReader;
  readonly rules: CaseRules;
}

/**
 * What an event of one case asks of those that are joined to it, or that it is joined to. `now` is its case as it
 * stands. Asked for twice, it changes nothing more.
 */
export async function relayJoining(event: CaseEvent, now: Case, deps: RelayJoiningDeps): Promise<void> {
  await spread(event, now, deps);
  if (event.type === 'joined' && now.joinedTo === event.into) await absorb(event.into, now, event, deps);
  if (event.type === 'unjoined' && now.joinedTo !== event.from) await release(event, deps);
}

/** 并案、拆分: whom one of several such cases accuses, the others accuse as well, for whoever reads one reads of all. */
async function spread(event: CaseEvent, state: Case, { cases, rules }: RelayJoiningDeps): Promise<void> {
  const { accused = [] } = state;
  if (accused.length === 0) return;
  const { caseId: receipt, at: now } = event;
  const why = [`${state.parts || state.partOf ? '拆分件' : '并案件'}${receipt}中的被反映单位`];
  const command = { type: 'accuse', receipt, accused: accused.map((organ) => ({ organ, why })) } as const;
  for (const caseId of kinTold(event, state)) await commandCase(caseId, command, asSystem(now, rules), cases);
}

/** Of a case that was absorbed only that one has to learn what the others know; all of them learn what is new. */
function kinTold(event: CaseEvent, { absorbed = [], joinedTo, parts = [], partOf }: Case): readonly string[] {
  if (event.type === 'absorbed') return [event.receipt];
  const isNew = event.type === 'followed-up' ? event.accused !== undefined : SPREADING.has(event.type);
  const above = [joinedTo, partOf?.whole].filter((one) => one !== undefined);
  return isNew ? [...absorbed.map((one) => one.receipt), ...parts.map(({ id }) => id), ...above] : [];
}

const SPREADING: ReadonlySet<CaseEvent['type']> = new Set(['joined', 'accused', 'accused-corrected']);

/** In between, that case may have been joined to another one: then the last of the line is the one that answers. */
async function absorb(into: string, joined: Case, event: CaseEvent, deps: RelayJoiningDeps): Promise<void> {
  const { id: receipt, channel, order, clocks, classification, outOfReach } = joined;
  const until = clocks.find(({ name, stoppedAt }) => name === SET_LIMIT && stoppedAt === event.at)?.dueAt;
  const { lang } = classification;
  const command = { type: 'absorb', receipt, channel, order, lang, until, outOfReach } as const;
  const outcome = await commandCase(into, command, asSystem(event.at, deps.rules), deps.cases);
  if (outcome.kind !== 'done' && outcome.kind !== 'unchanged') throw new Error(`case ${into} cannot absorb another`);
  const { joinedTo } = outcome.state;
  if (joinedTo !== undefined) await absorb(joinedTo, joined, event, deps);
}

/** What its sender wrote meanwhile goes with it, before the other case lets go: cut short, it is done again whole. */
async function release({ caseId: receipt, from, at }: EventOf<'unjoined'>, deps: RelayJoiningDeps): Promise<void> {
  const { cases, rules } = deps;
  for (const holder of await holdersOf(receipt, from, deps)) {
    const sent = (await cases.events(holder.id)).filter((one) => isSentAfter(receipt, one, holder));
    const limits = sent.findLast((one) => one.limits !== undefined)?.limits;
    await commandCase(receipt, { type: 'take-back', followUps: sent, limits }, asSystem(at, rules), cases);
    const urges = sent.filter(({ as }) => as === 'urge').length;
    await commandCase(holder.id, { type: 'release', receipt, urges }, asSystem(at, rules), cases);
  }
}

/** Every case of the line that has absorbed it. */
async function holdersOf(receipt: string, caseId: string, deps: RelayJoiningDeps): Promise<readonly Case[]> {
  const state = await deps.cases.load(caseId);
  if (!state) return [];
  const holds = state.absorbed?.some((one) => one.receipt === receipt);
  const further = state.joinedTo === undefined ? [] : await holdersOf(receipt, state.joinedTo, deps);
  return holds ? [state, ...further] : further;
}

/** Sent after that complaint since it was absorbed; what was set apart has a case of its own. */
function isSentAfter(receipt: string, event: CaseEvent, { absorbed = [], apart = [] }: Case): event is FollowedUp {
  const since = absorbed.find((one) => one.receipt === receipt)?.seq ?? 0;
  return event.type === 'followed-up' && event.to === receipt && event.seq > since && !apart.includes(event.receipt);
}

type FollowedUp = EventOf<'followed-up'>;

const asSystem = (now: string, rules: CaseRules): Context => ({ ...rules, now, actor: { kind: 'system' } });
