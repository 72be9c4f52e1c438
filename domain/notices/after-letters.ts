import { CALL_RESULT_TEXT, REVISIT_FINDINGS } from '../case/afterwards.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { MEDIATION_KINDS } from '../case/mediation.ts';
import { reasonsText } from '../case/satisfaction.ts';
import { above } from '../organs.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { dateText } from './words.ts';

const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of questions, mediation, 回访 and 回头看. */
export const AFTER_LETTERS = {
  'complainant-asked': nobody,
  mediated: (event: EventOf<'mediated'>, state: Case, rules: Rules): readonly Letter[] => {
    const { kind, agreement, performBy } = event;
    const until = performBy === undefined ? '' : `（${dateText(performBy)}前履行）`;
    const what = agreement === undefined ? '未达成协议' : `达成协议${until}：${agreement}`;
    return toOthers(event, state, rules, MEDIATION_KINDS[kind], `${MEDIATION_KINDS[kind]}：${what}`);
  },
  'agreement-performed': (event: EventOf<'agreement-performed'>, state: Case, rules: Rules): readonly Letter[] =>
    toOthers(event, state, rules, '协议履行', `调解、和解协议已履行：${event.words}`),
  'called-back': ({ actor, result }: EventOf<'called-back'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    if (result !== 'dissatisfied' || actor.kind !== 'staff' || actor.organ === lead) return [];
    const opening = `${nameOf(actor.organ, rules)}回访，信访人对办理结果${CALL_RESULT_TEXT[result]}，请查阅回访记录并研究。`;
    return [{ kind: '回访', organ: lead, to: BY_MAIL, subject: '回访不满意', opening }];
  },
  rated: ({ grade, reasons }: EventOf<'rated'>, { lead }: Case): readonly Letter[] => {
    if (grade !== 'dissatisfied') return [];
    const opening = `信访人评价不满意，原因：${reasonsText(reasons)}。请回访了解情况；信访人可以申请重新办理。`;
    return [{ kind: '评价', organ: lead, to: BY_MAIL, subject: '信访人评价不满意', opening, withoutClocks: true }];
  },
  revisited: (event: EventOf<'revisited'>, state: Case, rules: Rules): readonly Letter[] => {
    const { finding, findings, started } = event;
    const opening = `回头看结论：${REVISIT_FINDINGS[finding]}。${findings}`;
    if (finding === 'held') return toOthers(event, state, rules, '回头看', opening);
    const letter = {
      kind: '回头看',
      to: AT_ONCE,
      subject: '问题反弹，请决定是否重新办理',
      opening: `${opening}\n请决定重新办理，或者说明理由，不予重新办理。`,
      clock: started[0]?.name,
    };
    const organs = new Set([state.lead, above(state.lead, 1, rules).id]);
    return [...organs].map((organ) => ({ ...letter, organ }));
  },
};

/** To the level above, what the lead did; to the lead, what was done from above. */
function toOthers(
  { actor }: CaseEvent,
  { lead }: Case,
  rules: Rules,
  kind: string,
  opening: string,
): readonly Letter[] {
  const isFromAbove = actor.kind === 'staff' && actor.organ !== lead;
  const organ = isFromAbove ? lead : above(lead, 1, rules).id;
  return organ === lead && !isFromAbove ? [] : [{ kind, organ, to: BY_MAIL, subject: `${kind}情况`, opening }];
}
