import { GRADE_TEXT } from '../case/afterwards.ts';
import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { MEDIATION_KINDS, MEDIATION_RESULTS } from '../case/mediation.ts';
import { reasonsText } from '../case/satisfaction.ts';
import type { Channel } from '../complaint.ts';
import type { Telling } from './complainant-letter.ts';
import { toSenderOf } from './follow-up-notices.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { received, type Said } from './telling-texts.ts';
import { dateText } from './words.ts';

type Asked = EventOf<'complainant-asked'>;

const ON_THE_PAGE = '请在查询页面的“补充情况”中答复。';
const IN_A_CHAT = '请在这里回复“补充”，空一格，再写您的答复；也可以在查询页面的“补充情况”中答复。';

/** How the answer comes back, by the way the complaint came; on the page, where it is none of these. */
const HOW: Readonly<Partial<Record<Channel, string>>> = {
  email: '请直接回复本邮件，也可以在查询页面的“补充情况”中答复。',
  wechat: IN_A_CHAT,
  wecom: IN_A_CHAT,
};

const channelOf = (receipt: string, { absorbed = [], channel }: Case): Channel =>
  absorbed.find((one) => one.receipt === receipt)?.channel ?? channel;

/** What complainants are told of questions, mediation, 回访 and 回头看. */
export const AFTER_TELLINGS = {
  'complainant-asked': {
    notice: ({ question, to }: Asked, state: Case): Said => ({
      status: '请您补充情况',
      text: [
        received(state),
        `为办理您反映的问题，请您补充：${question}`,
        `${HOW[channelOf(to, state)] ?? ON_THE_PAGE}办理期限照常计算；没有补充的，按现有情况办理。`,
      ].join('\n'),
    }),
    to: (event: Asked, state: Case, telling: Telling, { organiser }: Rules): readonly Notice[] => [
      toSenderOf(event.to, event, state, telling, organiser),
    ],
    concerns: ({ to }: Asked, receipt: string) => to === receipt,
    milestone: () => '请您补充情况',
  },
  mediated: {
    milestone: ({ kind, result }: EventOf<'mediated'>) => `${MEDIATION_KINDS[kind]}${MEDIATION_RESULTS[result]}`,
  },
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
