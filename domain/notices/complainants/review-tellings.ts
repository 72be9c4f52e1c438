import { nextReviewer, REVIEW_DECISION_TEXT, STAGE_TEXT } from '../../case/answer/review.ts';
import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { deadline } from '../date-words.ts';
import { nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import { bodyOf, type Wording } from '../wording.ts';
import { type Telling, toAll } from './complainant-letter.ts';
import { tell } from './complainant-texts.ts';
import { toSenderOf } from './follow-up-notices.ts';
import { timed } from './remedies.ts';
import { answerBy, concludedText, type Saying } from './telling-texts.ts';

type Asked = EventOf<'review-requested'>;
type Decided = EventOf<'review-decided'>;
type Concluded = EventOf<'concluded'>;

const toAsker = (event: Asked, state: Case, telling: Telling, rules: Rules): readonly Notice[] => [
  toSenderOf(event.by, event, state, telling, rules),
];

/** 复查、复核意见 is the asker's; that the matter is handled again is everybody's. */
const toConcerned = (event: Decided, state: Case, telling: Telling, rules: Rules): readonly Notice[] =>
  event.ruling === 'sent-back'
    ? toAll(event, state, telling, rules)
    : [toSenderOf(event.by, event, state, telling, rules)];

/** What only whoever asked for the review hears of. Events of the releases before 2026-12 do not say who that is. */
const isAskersOwn = ({ by }: { readonly by?: string | undefined }, receipt: string): boolean =>
  by === undefined || by === receipt;

/** What complainants are told of 复查, 复核 and 终结. */
export const REVIEW_TELLINGS = {
  'review-requested': {
    notice({ stage, organ, started }: Asked, _: Case, saying: Saying): Wording {
      const said = { stage: STAGE_TEXT[stage], organ: nameOf(organ, saying), basis: saying.law.cite(stage) };
      const due = started[0]?.dueAt;
      return tell('telling-review-requested', { ...said, due, later: due === undefined });
    },
    to: toAsker,
    concerns: ({ by }: Asked, receipt: string) => by === receipt,
    milestone: ({ stage }: Asked) => `已收到您的${STAGE_TEXT[stage]}请求`,
  },
  'hearing-opened': { concerns: isAskersOwn, milestone: () => '举行听证，所需时间不计入复核期限' },
  'hearing-closed': {
    concerns: isAskersOwn,
    milestone: ({ to }: EventOf<'hearing-closed'>) => `听证结束，复核期限至${deadline(to)}`,
  },
  'review-decided': {
    notice({ stage, ruling, opinion }: Decided, state: Case, saying: Saying): Wording {
      const next = ruling === 'sent-back' ? answerBy(state, saying) : { remedy: remedyAfter(state, saying) };
      const said = { stage: STAGE_TEXT[stage], ruling: REVIEW_DECISION_TEXT[ruling], opinion };
      return tell('telling-review-decided', { ...said, ...next });
    },
    to: toConcerned,
    concerns: ({ by, ruling }: Decided, receipt: string) => ruling === 'sent-back' || by === receipt,
    milestone: ({ stage, ruling }: Decided) => `${STAGE_TEXT[stage]}意见：${REVIEW_DECISION_TEXT[ruling]}`,
  },
  concluded: {
    notice: (_: EventOf<'concluded'>, __: Case, saying: Saying): Wording =>
      tell('telling-concluded', { concluded: concludedText(saying) }),
    to: (event: Concluded, state: Case, telling: Telling, rules: Rules) =>
      event.by === undefined
        ? toAll(event, state, telling, rules)
        : [toSenderOf(event.by, event, state, telling, rules)],
    concerns: isAskersOwn,
    milestone: () => '信访事项已终结',
  },
};

/** 救济途径 of the opinion just given. */
function remedyAfter(state: Case, saying: Saying): string {
  if (state.review?.stage === 'recheck') return concludedText(saying);
  const next = state.review && nextReviewer(state, state.review.by, saying);
  const whom = next === undefined ? '上一级机关' : nameOf(next, saying);
  return bodyOf(tell('remedy-recheck', { above: whom, ...timed('recheck', saying.law) }), saying.texts);
}
