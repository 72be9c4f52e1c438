import { refusalFor } from '../../case/answer/decline-reasons.ts';
import { type Case, runningClocks } from '../../case/case.ts';
import { nextOwed } from '../../case/clocks/owed-clocks.ts';
import type { EventOf } from '../../case/events.ts';
import { DECISION } from '../../case/handling/penalty.ts';
import { statusTextOf } from '../../case/status-text.ts';
import { ruleOf } from '../../clocks/policy.ts';
import type { LawOfDay } from '../../law/cite.ts';
import type { ProvisionName } from '../../law/statutes.ts';
import { above, organNamed } from '../../organs.ts';
import { PROCEDURE_WORDS } from '../../procedure/procedures.ts';
import { periodText } from '../date-words.ts';
import { placeOf, type Rules } from '../matter-lines.ts';
import { bodyOf, type Wording } from '../wording.ts';
import { tell } from './complainant-texts.ts';
import { type RemedyContext, remedyOf } from './remedies.ts';

/** The rules, and the law of the day on which it is said. */
export interface Saying extends Rules {
  readonly law: LawOfDay;
}

/** 接收情况: what was received, without a word of who sent it. */
export const received = (state: Case) => ({ title: state.title, place: placeOf(state) });

const cited = ({ law }: Saying, ...names: readonly (ProvisionName | undefined)[]): string | undefined => {
  const all = names.flatMap((name) => (name ? [law.cite(name)] : []));
  return all.length > 0 ? all.join('、') : undefined;
};

/** Whom a remedy leads to: the organ above, as far as the roster knows one. */
export function remedyContext({ lead }: Case, saying: Saying): RemedyContext {
  const superior = above(lead, 1, saying);
  return { law: saying.law, above: superior.id === lead ? '上一级机关' : superior.name };
}

/** By when the complainant hears next. */
export function answerBy(state: Case, { policies }: Rules) {
  const due = nextOwed(state, policies)?.dueAt;
  return { due, later: due === undefined };
}

/** 复核以后: the same is not taken up again, what is new is. */
export const concludedText = ({ law, texts }: Saying): string =>
  bodyOf(tell('concluded', { basis: law.cite('decline-after-recheck') }), texts);

/** 撤销并案: by when they hear next, unless that day has gone by meanwhile. */
export function unjoined({ at, status }: EventOf<'unjoined'>, state: Case, { policies }: Saying): Wording {
  const owed = nextOwed(state, policies);
  if (!owed || owed.dueAt <= at) return tell('telling-unjoined', { later: true });
  return tell('telling-unjoined', status === 'registered' ? { tellBy: owed.dueAt } : { due: owed.dueAt });
}

/** 拆分: into what, and who handles each. */
export function split({ parts }: EventOf<'split'>, state: Case, saying: Saying): Wording {
  const list = parts.map(({ number, title, lead }) =>
    bodyOf(tell('telling-part', { number, title, organ: organNamed(lead, saying).name }), saying.texts),
  );
  return tell('telling-split', { parts: list.join('\n'), ...answerBy(state, saying) });
}

/** 受理: what was received, by which procedure and how it is handled, and until when. */
export function accepted({ procedure }: Pick<EventOf<'accepted'>, 'procedure'>, state: Case, saying: Saying): Wording {
  if (procedure === undefined) return tell('telling-accepted', answerBy(state, saying));
  const { name, way, basis } = PROCEDURE_WORDS[procedure];
  const how = { procedure: name, way, basis: cited(saying, basis) };
  return tell('telling-accepted', { ...received(state), ...how, ...answerBy(state, saying) });
}

/** 不予受理, or what else is told instead: why, on what ground, and what may be done. */
export function declined(event: EventOf<'declined'>, state: Case, saying: Saying): Wording {
  const { status, says, basis } = refusalFor(event.reason);
  const { earlier, needed, explanation } = event;
  return tell('telling-declined', {
    ...received(state),
    ...{ status, ground: says, explanation, earlier, needed, unclear: needed !== undefined },
    basis: cited(saying, basis, event.byOrganAbove ? 'decline-handled-below' : undefined),
    superior: event.reason === 'too-vague' ? undefined : remedyContext(state, saying).above,
  });
}

/** 移送. */
export const transferred = (
  { department, explanation }: EventOf<'transferred'>,
  state: Case,
  saying: Saying,
): Wording =>
  tell('telling-transferred', { ...received(state), department, explanation, basis: cited(saying, 'transfer') });

/** 已立案查处，另行告知. */
export function filed(state: Case, { law, policies }: Saying): Wording {
  const decision = runningClocks(state).find(({ name }) => name === DECISION);
  const period = decision && ruleOf(decision, policies)?.period;
  const within = period && periodText(period);
  return tell('telling-filed', { ...received(state), within, basis: law.cite('penalty-decision') });
}

/** 办结: the answer with its remedy. */
export const closed = (answer: string, state: Case, saying: Saying): Wording =>
  tell('telling-closed', { ...received(state), answer, ...groundsOf(answer, state, saying) });

/** The law that the answer rests on, unless it names that itself, and the remedy against it. */
function groundsOf(answer: string, state: Case, saying: Saying) {
  const ground = `matter:${state.classification.matter}` as const;
  const isNamed = answer.includes('依据：') || !saying.law.holds(ground);
  return {
    basis: isNamed ? undefined : cited(saying, ground),
    remedy: bodyOf(remedyOf(state.procedure, remedyContext(state, saying)), saying.texts),
  };
}

/** The case had ended when the other was joined to it: whoever sent that one hears the end at once. */
export function lateAnswer({ late }: EventOf<'absorbed'>, state: Case, saying: Saying): Wording | undefined {
  if (!late || state.status === 'joined') return undefined;
  const { answer } = state;
  const status = statusTextOf(state);
  if (answer === undefined) return tell('telling-late-answer', { status, noAnswer: true });
  return tell('telling-late-answer', { status, answer, ...groundsOf(answer, state, saying), answered: true });
}
