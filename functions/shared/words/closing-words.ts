import { GRIEVANCE_MARKS } from '../../../domain/case/answer/grievances.ts';
import { COUNTED_MEASURES, FINED, nameOfMeasure, TRUTHS } from '../../../domain/procedure/findings.ts';
import { type ActWords, why } from './field-words.ts';

const MEASURES = [...COUNTED_MEASURES.map(nameOfMeasure), FINED];
const MARKS = Object.values(GRIEVANCE_MARKS).map((mark) => `“${mark}”`);

/** The words of proposing, sending back and signing an answer. */
export const CLOSING_WORDS = {
  'propose-closing': {
    help: '拟好答复，呈给另一位有权限的人员签发。签发后会原样发给信访人：逐条回应来信里的问题，写明查到什么、怎么处理、依据什么。',
    basis: ['opinion-elements'],
    fields: {
      answer: { label: '答复全文', hint: '写了下面几项就不用写全文。' },
      outcome: {
        label: '办理结论',
        choices: { supported: '予以支持', explained: '解释说明', 'not-supported': '不予支持' },
      },
      facts: { label: '查明的事实', hint: '写了答复全文的，可以不填。', unless: 'answer' },
      opinion: { label: '处理意见', hint: '写了答复全文的，可以不填。', unless: 'answer' },
      basis: { label: '法律法规依据', hint: '一行一条。', pick: 'lines' },
      truth: { label: '是否属实', choices: TRUTHS },
      measures: {
        label: '处理措施',
        hint: `一行一项：措施、空格、数量，例如“责令整改 2”“罚款 50000.00”（元）。可填：${MEASURES.join('、')}。`,
        pick: 'measures',
      },
      grievances: {
        label: '逐项回应',
        hint: `来信中分开列出的问题，一行一个：第几个、空格、怎么答复；或者只写${MARKS.join('、')}。`,
        pick: 'grievances',
      },
      four: { label: '四个不放过', hint: '逐条写明：做到的写证据，没有做到的写理由。', pick: 'four' },
    },
  },
  'return-closing': { help: '答复还不行的，退回呈签人修改。', fields: { reason: why('呈签人会看到。') } },
  close: {
    help: '签发后，答复原样发给信访人，事项办结。自己呈签的不能自己签发。',
    basis: ['opinion-elements'],
    fields: {},
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
