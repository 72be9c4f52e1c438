import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { nextReviewer, REVIEW_DECISION_TEXT, STAGE_TEXT } from '../case/review.ts';
import { type Telling, toAll } from './complainant-letter.ts';
import { toSenderOf } from './follow-up-notices.ts';
import { nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { answerBy, concludedText, type Said, type Saying } from './telling-texts.ts';
import { deadline } from './words.ts';

type Asked = EventOf<'review-requested'>;
type Decided = EventOf<'review-decided'>;

const toAsker = (event: Asked, state: Case, telling: Telling, { organiser }: Rules): readonly Notice[] => [
  toSenderOf(event.by, event, state, telling, organiser),
];

/** 复查、复核意见 is the asker's; that the matter is handled again is everybody's. */
const toConcerned = (event: Decided, state: Case, telling: Telling, rules: Rules): readonly Notice[] =>
  event.ruling === 'sent-back'
    ? toAll(event, state, telling, rules)
    : [toSenderOf(event.by, event, state, telling, rules.organiser)];

/** What complainants are told of 复查, 复核 and 终结. */
export const REVIEW_TELLINGS = {
  'review-requested': {
    notice({ stage, organ, started }: Asked, _: Case, saying: Saying): Said {
      const until = started[0] ? `，将在${deadline(started[0].dueAt)}前作出${STAGE_TEXT[stage]}意见并书面答复您` : '';
      const basis = saying.law.cite(stage);
      return {
        status: `已收到${STAGE_TEXT[stage]}请求`,
        text: `您的${STAGE_TEXT[stage]}请求由${nameOf(organ, saying)}办理${until}（${basis}）。`,
      };
    },
    to: toAsker,
    concerns: ({ by }: Asked, receipt: string) => by === receipt,
    milestone: ({ stage }: Asked) => `已收到您的${STAGE_TEXT[stage]}请求`,
  },
  'hearing-opened': { milestone: () => '举行听证，所需时间不计入复核期限' },
  'hearing-closed': { milestone: ({ to }: EventOf<'hearing-closed'>) => `听证结束，复核期限至${deadline(to)}` },
  'review-decided': {
    notice({ stage, ruling, opinion }: Decided, state: Case, saying: Saying): Said {
      const next = ruling === 'sent-back' ? answerBy(state, saying) : remedyAfter(state, saying);
      const text = `${STAGE_TEXT[stage]}意见：${REVIEW_DECISION_TEXT[ruling]}。${opinion}\n${next}`;
      return { status: `已作出${STAGE_TEXT[stage]}意见`, text };
    },
    to: toConcerned,
    concerns: ({ by, ruling }: Decided, receipt: string) => ruling === 'sent-back' || by === receipt,
    milestone: ({ stage, ruling }: Decided) => `${STAGE_TEXT[stage]}意见：${REVIEW_DECISION_TEXT[ruling]}`,
  },
  concluded: {
    notice: (_: EventOf<'concluded'>, __: Case, { law }: Saying): Said => ({
      status: '信访事项已终结',
      text: concludedText(law),
    }),
    to: toAll,
    milestone: () => '信访事项已终结',
  },
};

/** 救济途径 of the opinion just given. */
function remedyAfter(state: Case, saying: Saying): string {
  if (state.review?.stage === 'recheck') return concludedText(saying.law);
  const next = nextReviewer(state, saying);
  const whom = next === undefined ? '上一级机关' : nameOf(next, saying);
  return `救济途径：对本复查意见不服的，可以自收到之日起30日内，向${whom}请求复核（${saying.law.cite('recheck')}）；也可以在查询页面写明“请求复核”和理由，由我们转交。`;
}
