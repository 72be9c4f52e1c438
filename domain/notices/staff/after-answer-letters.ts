import { REVISIT_FINDINGS } from '../../case/answer/after-answer.ts';
import { reasonsText } from '../../case/answer/satisfaction.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { MEDIATION_KINDS } from '../../case/handling/mediation.ts';
import { isOutOfReach } from '../../case/people/complainants.ts';
import { above } from '../../organs.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of questions, mediation, 回访 and 回头看. */
export const AFTER_ANSWER_LETTERS = {
  'complainant-asked': nobody,
  mediated: (event: EventOf<'mediated'>, state: Case, rules: Rules): readonly Letter[] => {
    const { agreement, performBy } = event;
    const kind = MEDIATION_KINDS[event.kind];
    const words =
      agreement === undefined
        ? say('mediation-failed', { kind })
        : say('mediation-agreed', { kind, agreement, performBy });
    return toOthers(event, state, rules, { kind, words });
  },
  'agreement-performed': (event: EventOf<'agreement-performed'>, state: Case, rules: Rules): readonly Letter[] =>
    toOthers(event, state, rules, { kind: '协议履行', words: say('agreement-performed', { outcome: event.words }) }),
  'agreement-broken': (event: EventOf<'agreement-broken'>, state: Case, rules: Rules): readonly Letter[] => {
    const ended = state.status === 'closed';
    const said = { kind: '协议未履行', words: say('agreement-broken', { words: event.words, ended }) };
    return ended ? toDecide(event, state, rules, said) : toOthers(event, state, rules, said);
  },
  'called-back': ({ actor, result }: EventOf<'called-back'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    if (result !== 'dissatisfied' || actor.kind !== 'staff' || actor.organ === lead) return [];
    const words = say('called-back-dissatisfied', { organ: nameOf(actor.organ, rules) });
    return [{ kind: '回访', organ: lead, to: BY_MAIL, words }];
  },
  rated: ({ grade, reasons, receipt }: EventOf<'rated'>, state: Case): readonly Letter[] => {
    if (grade !== 'dissatisfied') return [];
    const unreachable = isOutOfReach(state, receipt);
    const words = say('rated-dissatisfied', { reasons: reasonsText(reasons), reachable: !unreachable, unreachable });
    return [{ kind: '评价', organ: state.lead, to: BY_MAIL, words, withoutClocks: true }];
  },
  revisited: (event: EventOf<'revisited'>, state: Case, rules: Rules): readonly Letter[] => {
    const said = { finding: REVISIT_FINDINGS[event.finding], findings: event.findings };
    const kind = '回头看';
    if (event.finding === 'held') return toOthers(event, state, rules, { kind, words: say('revisited', said) });
    return toDecide(event, state, rules, { kind, words: say('revisited-relapsed', said) });
  },
};

/** To the lead and the level above: one of them decides whether the case is opened again. */
function toDecide(
  { started }: CaseEvent,
  { lead }: Case,
  rules: Rules,
  said: Pick<Letter, 'kind' | 'words'>,
): readonly Letter[] {
  const organs = new Set([lead, above(lead, 1, rules).id]);
  return [...organs].map((organ) => ({ ...said, organ, to: AT_ONCE, clock: started[0]?.name }));
}

/** To the level above, what the lead did; to the lead, what was done from above. */
function toOthers(
  { actor }: CaseEvent,
  { lead }: Case,
  rules: Rules,
  said: Pick<Letter, 'kind' | 'words'>,
): readonly Letter[] {
  const isFromAbove = actor.kind === 'staff' && actor.organ !== lead;
  const organ = isFromAbove ? lead : above(lead, 1, rules).id;
  return organ === lead && !isFromAbove ? [] : [{ ...said, organ, to: BY_MAIL }];
}
