import { CALL_RESULT_TEXT, REVISIT_FINDINGS, REVISIT_WAYS } from '../../../domain/case/answer/after-answer.ts';
import { REVIEW_DECISION_TEXT } from '../../../domain/case/answer/review.ts';
import { MEDIATION_KINDS, MEDIATION_RESULTS } from '../../../domain/case/handling/mediation.ts';
import { type ActWords, why } from './field-words.ts';

/** The words of acts around the answer and after it. */
export const AFTER_WORDS = {
  'request-review': {
    help: '信访人对信访处理意见不服，请求复查或者复核的，在这里登记，由上一级机关作出意见。',
    basis: ['review', 'recheck'],
    fields: {
      receipt: { label: '谁提出的', hint: '不选就是本件信访人。', pick: 'letter' },
      on: { label: '收到请求的日期', hint: '书面来信按收到之日填；不填就按来信登记的时间。', pick: 'date' },
      answerReceivedOn: { label: '信访人收到答复的日期', hint: '比作出答复晚的才填。', pick: 'date' },
    },
  },
  'open-hearing': {
    help: '复核中举行听证的，所需时间不计入期限。',
    basis: ['recheck'],
    fields: { reason: why('为什么听证、什么时候举行。') },
  },
  'close-hearing': { help: '听证结束，复核期限接着计算。', basis: ['recheck'], fields: {} },
  'decide-review': {
    help: '意见会原样告知信访人，并告知下一步的途径。',
    basis: ['review', 'recheck'],
    fields: {
      ruling: { label: '意见', choices: REVIEW_DECISION_TEXT },
      opinion: { label: '事实、理由和依据' },
    },
  },
  conclude: {
    help: '已作出复核意见的，终结后信访人仍以同一事实和理由来信的，不再受理。',
    basis: ['decline-after-recheck'],
    fields: {},
  },
  ask: {
    help: '情况说不清、地点找不到的，直接问信访人。按其来信的方式送达，其后续来信就是答复；办理期限照常计算。',
    fields: {
      question: { label: '想问什么', hint: '一次问清楚，用信访人看得懂的话。会原样发给信访人。' },
      receipt: { label: '问谁', hint: '不选就是本件信访人。', pick: 'letter' },
    },
  },
  'record-mediation': {
    help: '调解或者双方自行和解的，登记经过和结果。不写信访人姓名、联系方式。',
    basis: ['mediation'],
    fields: {
      kind: { label: '方式', choices: MEDIATION_KINDS },
      on: { label: '哪一天', pick: 'date' },
      people: { label: '参加人', hint: '一行一人；信访人写“信访人”。', pick: 'lines' },
      result: { label: '结果', choices: MEDIATION_RESULTS },
      agreement: { label: '协议内容', hint: '达成协议的必填。' },
      performBy: { label: '履行期限', hint: '约定了期限的才填，到期会催办。', pick: 'date' },
    },
  },
  'confirm-agreement': {
    help: '协议已经履行的，登记哪一天、怎么核实的。',
    fields: { on: { label: '履行日期', pick: 'date' }, words: { label: '怎么核实的' } },
  },
  'report-broken-agreement': {
    help: '协议没有履行、也不再等待的，登记哪一天、什么情况。已办结的，须决定是否重新办理；没有办结的，继续办理。',
    fields: { on: { label: '确认未履行的日期', pick: 'date', start: 'today' }, words: { label: '什么情况' } },
  },
  'call-back': {
    help: '办结后回访信访人，记下谁回访、说了什么、是否满意。匿名转来的，由来件单位回访，登记其回访人。不写电话号码。',
    basis: ['after-closing'],
    fields: {
      on: { label: '哪一天', pick: 'date', start: 'today' },
      caller: { label: '回访人', start: 'oneself' },
      result: { label: '是否满意', choices: CALL_RESULT_TEXT },
      said: { label: '说了什么' },
      receipt: { label: '回访谁', hint: '不选就是本件信访人。', pick: 'letter' },
    },
  },
  revisit: {
    help: '办结后到现场“回头看”。问题反弹的，须决定是否重新办理。',
    basis: ['after-closing'],
    fields: {
      on: { label: '哪一天', pick: 'date', start: 'today' },
      way: { label: '方式', choices: REVISIT_WAYS },
      people: { label: '参加人员', hint: '一行一人。', pick: 'lines', start: 'oneself' },
      findings: { label: '看到什么' },
      finding: { label: '结论', choices: REVISIT_FINDINGS },
      files: { label: '照片、笔录', pick: 'materials' },
    },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
