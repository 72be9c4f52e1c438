import { GRADE_TEXT, reasonsText } from '../../case/answer/satisfaction.ts';
import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { MEDIATION_KINDS, MEDIATION_RESULTS } from '../../case/handling/mediation.ts';
import type { Channel } from '../../complaint.ts';
import { dateText } from '../date-words.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import type { Wording } from '../wording.ts';
import type { Telling } from './complainant-letter.ts';
import { tell } from './complainant-texts.ts';
import { toSenderOf } from './follow-up-notices.ts';
import { received } from './telling-texts.ts';

type Asked = EventOf<'complainant-asked'>;

/** How the answer comes back, by the way the complaint came. */
function howToAnswer(channel: Channel) {
  const byMail = channel === 'email';
  const inChat = channel === 'wechat' || channel === 'wecom';
  return { byMail, inChat, onPage: !byMail && !inChat };
}

const channelOf = (receipt: string, { absorbed = [], channel }: Case): Channel =>
  absorbed.find((one) => one.receipt === receipt)?.channel ?? channel;

/** What complainants are told of questions, mediation, 回访 and 回头看. */
export const AFTER_ANSWER_TELLINGS = {
  'complainant-asked': {
    notice: ({ question, to }: Asked, state: Case): Wording =>
      tell('telling-asked', { ...received(state), question, ...howToAnswer(channelOf(to, state)) }),
    to: (event: Asked, state: Case, telling: Telling, rules: Rules): readonly Notice[] => [
      toSenderOf(event.to, event, state, telling, rules),
    ],
    concerns: ({ to }: Asked, receipt: string) => to === receipt,
    milestone: () => '请您补充情况',
  },
  mediated: {
    milestone: ({ kind, result }: EventOf<'mediated'>) => `${MEDIATION_KINDS[kind]}${MEDIATION_RESULTS[result]}`,
  },
  'agreement-broken': { milestone: () => '调解、和解协议没有履行' },
  'agreement-performed': { milestone: () => '调解、和解协议已履行' },
  'called-back': {
    concerns: ({ to }: EventOf<'called-back'>, receipt: string) => to === receipt,
    milestone: ({ on }: EventOf<'called-back'>) => `${dateText(on)}已回访`,
  },
  rated: {
    concerns: ({ receipt }: EventOf<'rated'>, own: string) => receipt === own,
    milestone: ({ grade, reasons }: EventOf<'rated'>) =>
      `您的评价：${GRADE_TEXT[grade]}${reasons.length > 0 ? `（${reasonsText(reasons)}）` : ''}`,
  },
  revisited: { milestone: ({ on }: EventOf<'revisited'>) => `${dateText(on)}已开展“回头看”` },
};
