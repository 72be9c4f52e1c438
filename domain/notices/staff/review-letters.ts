import { REVIEW_DECISION_TEXT, STAGE_TEXT } from '../../case/answer/review.ts';
import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of 复查, 复核 and 终结. */
export const REVIEW_LETTERS = {
  'review-requested': (
    { stage, organ, started }: EventOf<'review-requested'>,
    { lead }: Case,
    rules: Rules,
  ): readonly Letter[] => {
    const what = STAGE_TEXT[stage];
    const known = say('review-known', { stage: what, organ: nameOf(organ, rules) });
    const asked = say('review-requested', { stage: what });
    return [
      { kind: what, organ, to: AT_ONCE, words: asked, clock: started[0]?.name },
      { kind: what, organ: lead, to: BY_MAIL, words: known, withoutClocks: true },
    ];
  },
  'hearing-opened': nobody,
  'hearing-closed': nobody,
  'review-decided': (
    { stage, ruling, opinion, organ, started }: EventOf<'review-decided'>,
    { lead }: Case,
    rules: Rules,
  ): readonly Letter[] => {
    const kind = STAGE_TEXT[stage];
    const decided = { organ: nameOf(organ, rules), stage: kind, ruling: REVIEW_DECISION_TEXT[ruling], opinion };
    const clock = started[0]?.name;
    return [{ kind, organ: lead, to: clock ? AT_ONCE : BY_MAIL, words: say('review-decided', decided), clock }];
  },
  concluded: (_: EventOf<'concluded'>, { lead }: Case): readonly Letter[] => [
    { kind: '终结', organ: lead, to: BY_MAIL, words: say('review-concluded', {}), withoutClocks: true },
  ],
};
