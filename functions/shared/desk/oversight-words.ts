import { SUPERVISION_TEXT } from '../../../domain/case/oversight.ts';
import { MARKS } from '../../../domain/lists/marks.ts';
import { type ActWords, type FieldWords, why } from './field-words.ts';

const ITEM: FieldWords = { label: '序号', hint: '见“督办情况”里的序号，例如 1。', pick: 'number' };

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
    fields: { item: ITEM, words: { label: '落实情况' } },
  },
  supervise: {
    help: '上级单位督办或者挂牌督办：要求做到什么、何时前完成。答复信访人后督办仍在，要由督办单位解除。',
    fields: {
      kind: { label: '方式', choices: SUPERVISION_TEXT },
      demands: { label: '督办要求' },
      until: { label: '完成期限', pick: 'date' },
      number: { label: '文号', hint: '没有可以不填。' },
    },
  },
  'extend-supervision': {
    help: '督办期限延后。',
    fields: { item: ITEM, until: { label: '延至哪一天', pick: 'date' }, reason: why('为什么延期。') },
  },
  'lift-supervision': {
    help: '要求已经做到，解除督办、摘牌。',
    fields: { item: ITEM, reason: why('核查情况和解除的理由。') },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
