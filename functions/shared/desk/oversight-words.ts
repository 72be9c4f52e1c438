import type { ActWords } from './field-words.ts';
import { why } from './field-words.ts';

const MARK_WORDS: Readonly<Record<string, string>> = {
  key: '督察重点*',
  instruction: '领导批示',
  group: '群体反映',
  nimby: '邻避',
  repeat: '重复反映',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`matter-${number}`, `本省重点事项第${number}类`])),
};

/** The words of marks and of orders from above. */
export const OVERSIGHT_WORDS = {
  mark: {
    help: '标出重点。有的标记会更早提醒、更快报上级；上级标记的由上级取消。',
    fields: {
      add: { label: '加上', choices: MARK_WORDS },
      remove: { label: '取消', choices: MARK_WORDS },
      reason: why('可以不填。'),
    },
  },
} as const satisfies Readonly<Record<string, ActWords<string>>>;
