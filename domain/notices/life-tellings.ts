import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { toAll } from './complainant-letter.ts';
import type { Rules } from './matter-lines.ts';
import { answerBy, received, type Said } from './telling-texts.ts';
import { dateText } from './words.ts';

const isAnswered = ({ status }: Case): boolean => status === 'closed';

/** What complainants are told of visits and rectification. */
export const LIFE_TELLINGS = {
  visited: { milestone: ({ on }: EventOf<'visited'>) => `${dateText(on)}已现场核查` },
  'interim-reported': {
    notice: ({ findings, remaining }: EventOf<'interim-reported'>, state: Case, rules: Rules): Said => ({
      status: '阶段性办结，整改中',
      text: `${received(state)}\n已办理：${findings}\n尚需整改：${remaining}\n${answerBy(state, rules)}`,
    }),
    to: toAll,
    milestone: () => '阶段性办结，整改中',
  },
  'rectification-planned': {
    milestone: ({ end }: EventOf<'rectification-planned'>) => `已制定整改方案，计划${dateText(end)}前完成`,
  },
  'progress-reported': { milestone: () => '已报送整改进展' },
  'rectification-completed': {
    notice: ({ result }: EventOf<'rectification-completed'>, state: Case, rules: Rules): Said => ({
      status: '整改已完成',
      text: `${received(state)}\n整改情况：${result}${isAnswered(state) ? '' : `\n${answerBy(state, rules)}`}`,
    }),
    to: toAll,
    milestone: () => '整改已完成',
  },
};
