import { MARKS } from '../../../domain/lists/marks.ts';
import type { ActWords } from './field-words.ts';
import { why } from './field-words.ts';

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
} as const satisfies Readonly<Record<string, ActWords<string>>>;
