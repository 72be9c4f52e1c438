import { PAUSE_TEXT, PENALTY_RESULT_TEXT, PUBLICATION_TEXT } from '../../../domain/case/handling/penalty.ts';
import { type ActWords, why } from './field-words.ts';

/** The words of a penalty, from the clue to the publication of what was decided. */
export const PENALTY_WORDS = {
  'suspect-violation': {
    help: '发现可能违法的，登记线索，开始计算立案期限。',
    basis: ['penalty-filing'],
    fields: { clue: { label: '线索' }, on: { label: '发现的日期', hint: '不是今天发现的才填。', pick: 'date' } },
  },
  'decline-filing': {
    help: '查明不符合立案条件的，写明理由。立案期限随之结束，办结答复的期限照常计算。',
    basis: ['penalty-filing'],
    fields: { reason: why('为什么不立案：例如违法事实不成立，或者情节轻微并及时改正。') },
  },
  'file-penalty': {
    help: '已决定立案的，登记案号。',
    basis: ['penalty-filing'],
    fields: {
      fileNumber: { label: '立案案号' },
      on: { label: '立案的日期', hint: '不是今天立案的才填。', pick: 'date' },
    },
  },
  'pause-penalty': {
    help: '这些时间依法不计入办案期限。',
    basis: ['penalty-pauses'],
    fields: {
      cause: {
        label: '事由',
        choices: PAUSE_TEXT,
      },
      reason: why('起止时间和文书。'),
    },
  },
  'resume-penalty': { help: '事由消除后恢复计算。', basis: ['penalty-pauses'], fields: {} },
  'end-penalty': {
    help: '处罚程序有结果了，登记后才能办结并答复。',
    basis: ['penalty-decision'],
    fields: {
      result: { label: '结果', choices: PENALTY_RESULT_TEXT },
      decision: { label: '决定书文号' },
      on: { label: '作出决定的日期', hint: '不是今天作出的才填。', pick: 'date' },
    },
  },
  'publish-penalty': {
    help: '作出的处罚决定按规定公开后登记；依法不予公开的，也在这里写明。',
    basis: ['penalty-publication'],
    fields: {
      outcome: { label: '公开情况', choices: PUBLICATION_TEXT },
      words: { label: '说明', hint: '公开的网址或者栏目；不予公开的，写理由。' },
      on: { label: '公开的日期', hint: '不是今天公开的才填。', pick: 'date' },
    },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
