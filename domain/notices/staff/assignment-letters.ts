import { judgeOf } from '../../accused/recusal.ts';
import type { Instant } from '../../calendar/day.ts';
import { type Case, runningClocks, type Suggestion } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { officerAt } from '../../case/people/officers.ts';
import type { Clock } from '../../clocks/clock.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import { above, organNamed } from '../../organs.ts';
import { BY_MAIL, type Letter, nameOf, type Recipients } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** To who leads a case from now on, and to those who assist. */
export function assignmentLetters(
  { lead, assisting }: Suggestion,
  state: Case,
  rules: Rules,
  reason?: string,
): readonly Letter[] {
  const ours: Letter = { kind: '交办', organ: lead, to: BY_MAIL, words: say('assigned-lead', { reason }) };
  const words = say('assigned-assisting', {
    lead: nameOf(lead, rules),
    contact: contactAt(lead, state, rules),
    reason,
    until: answerDueAt(state, rules),
  });
  const theirs = { kind: '交办', to: BY_MAIL, words, withoutClocks: true } as const;
  return [ours, ...assisting.map((organ) => ({ ...theirs, organ }))];
}

/** The same of a case that people gave on: to nobody who had it already, and to whoever has it no more. */
export function reassignmentLetters(event: EventOf<'assigned'>, state: Case, rules: Rules): readonly Letter[] {
  const { lead, assisting, before, reason, limits } = event;
  const hadIt = (organ: string) =>
    organ === lead ? before?.lead === lead && limits === undefined : before?.assisting.includes(organ) === true;
  const letters = assignmentLetters(event, state, rules, reason).filter(({ organ }) => !hadIt(organ));
  const released = before?.assisting.filter((organ) => organ !== lead && !assisting.includes(organ)) ?? [];
  return [...letters, ...released.map((organ) => releaseLetter(organ, lead, rules))];
}

function releaseLetter(organ: string, lead: string, rules: Rules): Letter {
  const words = say('assisting-released', { lead: nameOf(lead, rules) });
  return { kind: '变更', organ, to: BY_MAIL, words, withoutClocks: true };
}

/** Whom at the lead those who assist may call: its responsible person, where the roster knows them. */
function contactAt(lead: string, state: Case, rules: Rules): string {
  const { contacts } = organNamed(lead, rules);
  const officer = contacts.find(({ sub }) => sub !== undefined && sub === officerAt(state, lead)?.sub);
  const { name, phone } = officer ?? contacts.find(({ role }) => role === 'handler') ?? contacts[0]!;
  return `${name}${phone === undefined ? '' : `，电话${phone}`}`;
}

/** The deadline of the lead, which it can keep only if those who assist answer before. */
function answerDueAt(state: Case, { policies }: Rules): Instant | undefined {
  const forTheResult = runningClocks(state).filter((clock) => isForTheResult(clock, policies));
  return forTheResult.map(({ dueAt }) => dueAt).toSorted()[0];
}

function isForTheResult(clock: Clock, policies: Policies): boolean {
  const rule = ruleOf(clock, policies);
  return clock.name === SET_LIMIT || (rule?.owedTo === 'complainant' && !rule.stopsOn.includes('accepted'));
}

/** To others than an assignment goes to, so that one who gets both gets two notices. */
const TO: Recipients = [
  ['leader', 'email'],
  ['handler', 'sms'],
];

/**
 * 反映履职问题: to the organ above each of the accused, at once, whoever leads. `others`: who else is accused, by the
 * organ that is told.
 */
export function accusedLetters(
  accused: readonly string[],
  rules: Rules,
  others: readonly (readonly [judge: string, name: string])[] = [],
): readonly Letter[] {
  const known = accused.map((one) => [judgeOf(one, rules), nameOf(one, rules.whole ?? rules)] as const);
  const byJudge = Map.groupBy([...known, ...others], ([judge]) => judge);
  return [...byJudge].map(([organ, theirs]) => {
    const names = theirs.map(([, name]) => name).join('、');
    return { kind: '关注', organ, to: TO, words: say('accused', { names }), withoutClocks: true };
  });
}

/** Offices on no roster that a complaint accuses: the organ above its lead, which sees the case, finds out whose. */
export function unknownOffices(
  { unknownOffices: offices = [], route }: EventOf<'registered'>,
  rules: Rules,
): readonly (readonly [judge: string, name: string])[] {
  const judge = above(route.lead, 1, rules).id;
  return offices.map(({ name, why }) => [judge, `${name}（${why.join('、')}；名册中没有该单位，请先查明）`] as const);
}

/** 反映办理情况: to the level above who led the earlier case, at once. */
export function handlingLetters({ repeats = [] }: EventOf<'registered'>, rules: Rules): readonly Letter[] {
  const about = repeats.filter(({ relation }) => relation === 'about-handling');
  const bySuperior = Map.groupBy(about, ({ lead }) => judgeOf(lead, rules));
  return [...bySuperior].map(([organ, earlier]) => {
    const cases = earlier.map(({ caseId, lead }) => `${nameOf(lead, rules.whole ?? rules)}主办的${caseId}`).join('、');
    return { kind: '关注', organ, to: TO, words: say('about-handling', { cases }), withoutClocks: true };
  });
}
