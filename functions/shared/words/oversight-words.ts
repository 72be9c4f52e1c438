import { AUTHORITIES } from '../../../domain/case/outside/informed-authorities.ts';
import { SUPERVISION_TEXT } from '../../../domain/case/oversight/supervisions.ts';
import { MARKS } from '../../../domain/lists/marks.ts';
import { type ActWords, type FieldWords, why } from './field-words.ts';

const ORDER: FieldWords = { label: '哪一项督办', pick: 'supervision' };

/** The words of marks and of orders from above. */
export const OVERSIGHT_WORDS = {
  mark: {
    help: '标出重点。有的标记会更早提醒、更快报上级；上级标记的由上级取消。',
    fields: {
      add: { label: '加上', choices: MARKS },
      remove: { label: '取消', choices: MARKS },
      reason: why('可以不填。'),
    },
  },
  acknowledge: {
    help: '看到提醒、当天就办的，点一下：期内的下一次提醒不再发，只免一次。超期通知和督办照发。',
    fields: { clock: { label: '哪个期限', hint: '不选就是收到提醒的那个期限。', pick: 'reminded' } },
  },
  instruct: {
    help: '领导对这件作了批示的，登记下来。主办单位到期前反馈落实情况，逾期报上级。',
    fields: {
      from: { label: '谁批示的', hint: '例如：分管副市长。' },
      words: { label: '批示内容' },
      until: { label: '何时前反馈', pick: 'date' },
    },
  },
  'answer-instruction': {
    help: '反馈某一条批示的落实情况。',
    fields: { item: { label: '哪一条批示', pick: 'instruction' }, words: { label: '落实情况' } },
  },
  supervise: {
    help: '上级单位督办或者挂牌督办：要求做到什么、何时前完成。主办单位报送的办理情况会告知督办单位；答复信访人后督办仍在，要由督办单位解除。',
    basis: ['supervision'],
    fields: {
      kind: { label: '方式', choices: SUPERVISION_TEXT },
      demands: { label: '督办要求' },
      until: { label: '完成期限', pick: 'date' },
      number: { label: '文号', hint: '没有可以不填。' },
    },
  },
  'extend-supervision': {
    help: '督办期限延后。',
    fields: { item: ORDER, until: { label: '延至哪一天', pick: 'date' }, reason: why('为什么延期。') },
  },
  'issue-order': {
    help: '问题突出的，向下级人民政府发重点问题督办单，写明文号、要求和答复期限。省级配置里有对方邮箱的直接发出，没有的打印后人工送达。',
    fields: {
      to: { label: '发给', hint: '全称，例如：禾阳市人民政府。' },
      number: { label: '文号' },
      demands: { label: '督办要求' },
      answerBy: { label: '何时前答复', pick: 'date' },
    },
  },
  'acknowledge-transfer': {
    help: '接收移送的单位已经收到，登记下来。',
    fields: { words: { label: '谁签收、对方编号', hint: '可以不填。' } },
  },
  'inform-authorities': {
    help: '突发环境事件已通报哪些部门，几点通报的，登记下来。',
    basis: ['inform-authorities'],
    fields: {
      authorities: { label: '通报了哪些部门', choices: AUTHORITIES },
      toldAt: { label: '通报时间', hint: '北京时间，例如 2026-12-01 03:10；不填就是现在。', pick: 'name' },
      words: { label: '通报内容和对方答复' },
    },
  },
  'lift-supervision': {
    help: '要求已经做到，解除督办、摘牌。',
    fields: { item: ORDER, reason: why('核查情况和解除的理由。') },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
