import { REVEAL_REASONS } from '../../../domain/case/acts/reveal-contact.ts';
import { type ActWords, why } from './field-words.ts';
import { SENT_WAY_WORDS } from './words.ts';

/** The words of acts beyond the first ones: of people, of visits and long rectification, of several organs. */
export const LATER_WORDS = {
  note: { help: '只给经办的同事看，不告知信访人。', fields: { words: { label: '记录' } } },
  'answer-assistance': { help: '协办单位把意见告诉主办单位。', fields: { opinion: { label: '意见' } } },
  distribute: {
    help: '指定本单位谁来办。',
    fields: { officer: { label: '经办人', pick: 'colleague' }, reason: why('可以不填。') },
  },
  'hand-over': {
    help: '把事项移交给本单位另一位同事。',
    fields: {
      from: { label: '现经办人', hint: '不选就是现在的经办人；选了的，只移交这个人名下的。', pick: 'holder' },
      to: { label: '移交给', pick: 'colleague' },
      reason: why('例如：休假、调岗。'),
    },
  },
  'reveal-contact': {
    help: '先记录事由，才能看到联系方式。',
    page: 'complainant',
    fields: { reason: { label: '事由', choices: REVEAL_REASONS }, receipt: { label: '哪一封来信' } },
  },
  'record-visit': {
    help: '去过现场，记下哪天、谁去的、看到什么。',
    fields: {
      on: { label: '哪一天', pick: 'date', start: 'today' },
      people: { label: '核查人员', hint: '一行一人。', pick: 'lines', start: 'oneself' },
      findings: { label: '核查情况' },
      files: { label: '照片、笔录', pick: 'materials' },
    },
  },
  'report-interim': {
    help: '一时办不完的，先报阶段性情况。',
    fields: { findings: { label: '已查明和已采取的措施' }, remaining: { label: '还要做什么' } },
  },
  'plan-rectification': {
    help: '需要较长时间整改的，定下措施、责任人和时间表。',
    fields: {
      measures: { label: '整改措施' },
      owner: { label: '责任人' },
      milestones: {
        label: '时间表',
        hint: '一行一项：日期、空格、要完成什么，例如 2026-12-31 围挡完工。',
        pick: 'milestones',
      },
      end: { label: '整改完成日期', pick: 'date' },
    },
  },
  'report-progress': {
    help: '按时间表报进展。',
    fields: {
      progress: { label: '进展' },
      done: { label: '这次完成了哪几项', hint: '没有完成的不选。', pick: 'reached' },
      withheld: { label: '不宜公开的内容' },
    },
  },
  'complete-rectification': { help: '整改完成，报结果。', fields: { result: { label: '结果' } } },
  attach: {
    help: '照片、录像、笔录、文书，添加到本件后，其他办理步骤可以引用，办结后归入案卷。',
    page: 'uploads',
    fields: { files: { label: '材料', pick: 'uploads' }, remark: { label: '备注' } },
  },
  split: {
    help: '一封来信里几个问题分给几个单位：每一部分单独办理、单独计时，都办结后一并答复信访人。只能分给本单位或下级单位。',
    page: 'split',
    fields: { parts: { label: '各部分', pick: 'parts' }, reason: why('为什么拆分。') },
  },
  'send-way': {
    help: '登记按哪种方式发给谁。本省配置了邮箱的外单位，会收到一份转送清单（同批各件合为一份，不含“内容”）。横向推送会把推送函发给对方单位，要写明答复期限。',
    fields: {
      way: { label: '办理方式', choices: SENT_WAY_WORDS },
      to: { label: '发给谁' },
      number: { label: '文号' },
      words: { label: '内容' },
      answerBy: { label: '何时前答复', hint: '横向推送必填。', pick: 'date' },
    },
  },
  'acknowledge-way': {
    help: '登记对方已签收。',
    fields: { way: { label: '办理方式', choices: SENT_WAY_WORDS }, to: { label: '谁签收' } },
  },
  'answer-way': {
    help: '登记对方的答复。',
    fields: {
      way: { label: '办理方式', choices: SENT_WAY_WORDS },
      to: { label: '谁答复' },
      words: { label: '答复内容' },
    },
  },
  'report-silence': {
    help: '对方期满没有答复、也不再等待的，登记怎样催要过、接下来怎么办。还要等的，登记后再发送一次；后来答复的，仍可登记答复。',
    fields: {
      way: { label: '办理方式', choices: SENT_WAY_WORDS },
      to: { label: '谁没有答复' },
      words: { label: '催要情况和下一步' },
    },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
