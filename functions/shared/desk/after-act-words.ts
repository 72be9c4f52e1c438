import { REVIEW_DECISION_TEXT } from '../../../domain/case/review.ts';
import { type ActWords, why } from './field-words.ts';

/** The words of acts after the answer. */
export const AFTER_WORDS = {
  'request-review': {
    help: '信访人对信访处理意见不服，请求复查或者复核的，在这里登记，由上一级机关作出意见。',
    basis: 'review',
    fields: {
      receipt: { label: '谁提出的', hint: '并案信访人提出的，填其来信的编号；不填就是本件信访人。' },
      on: { label: '收到请求的日期', hint: '书面来信按收到之日填；不填就按来信登记的时间。', pick: 'date' },
      answerReceivedOn: { label: '信访人收到答复的日期', hint: '比作出答复晚的才填。', pick: 'date' },
    },
  },
  'open-hearing': {
    help: '复核中举行听证的，所需时间不计入期限。',
    basis: 'recheck',
    fields: { reason: why('为什么听证、什么时候举行。') },
  },
  'close-hearing': { help: '听证结束，复核期限接着计算。', basis: 'recheck', fields: {} },
  'decide-review': {
    help: '意见会原样告知信访人，并告知下一步的途径。',
    basis: 'review',
    fields: {
      decision: { label: '意见', choices: REVIEW_DECISION_TEXT },
      opinion: { label: '事实、理由和依据' },
    },
  },
  conclude: {
    help: '已作出复核意见的，终结后信访人仍以同一事实和理由来信的，不再受理。',
    basis: 'decline-after-recheck',
    fields: {},
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
