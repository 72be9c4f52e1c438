import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { REVIEW_DECISION_TEXT, STAGE_TEXT } from '../case/review.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';

const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of 复查, 复核 and 终结. */
export const REVIEW_LETTERS = {
  'review-requested': (
    { stage, organ, started }: EventOf<'review-requested'>,
    { lead }: Case,
    rules: Rules,
  ): readonly Letter[] => {
    const what = STAGE_TEXT[stage];
    const opening = `信访人对答复不服，请求${what}，请本单位作出${what}意见。`;
    const known = `信访人请求${what}，由${nameOf(organ, rules)}作出意见，请准备案卷。`;
    return [
      { kind: what, organ, to: AT_ONCE, subject: `请作出${what}意见`, opening, clock: started[0]?.name },
      { kind: what, organ: lead, to: BY_MAIL, subject: `信访人请求${what}`, opening: known, withoutClocks: true },
    ];
  },
  'hearing-opened': nobody,
  'hearing-closed': nobody,
  'review-decided': (
    { stage, ruling, opinion, organ, started }: EventOf<'review-decided'>,
    { lead }: Case,
    rules: Rules,
  ): readonly Letter[] => {
    const opening = `${nameOf(organ, rules)}的${STAGE_TEXT[stage]}意见：${REVIEW_DECISION_TEXT[ruling]}。${opinion}`;
    const subject = REVIEW_DECISION_TEXT[ruling];
    const clock = started[0]?.name;
    return [{ kind: STAGE_TEXT[stage], organ: lead, to: clock ? AT_ONCE : BY_MAIL, subject, opening, clock }];
  },
  concluded: (_: EventOf<'concluded'>, { lead }: Case): readonly Letter[] => {
    const opening = '该件已终结：信访人仍以同一事实和理由提出的，不再受理；来信照常登记并告知信访人。';
    return [{ kind: '终结', organ: lead, to: BY_MAIL, subject: '信访事项已终结', opening, withoutClocks: true }];
  },
};
