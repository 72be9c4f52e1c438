import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { dateText } from '../date-words.ts';
import type { Rules } from '../matter-lines.ts';
import type { Wording } from '../wording.ts';
import { toAll } from './complainant-letter.ts';
import { tell } from './complainant-texts.ts';
import { answerBy, received } from './telling-texts.ts';

/** The answer that is still owed; a rectification may go on after it. */
const next = (state: Case, rules: Rules) => (state.status === 'closed' ? {} : answerBy(state, rules));

/** What complainants are told of visits and rectification. */
export const RECTIFICATION_TELLINGS = {
  visited: { milestone: ({ on }: EventOf<'visited'>) => `${dateText(on)}已现场核查` },
  'interim-reported': {
    notice: ({ findings, remaining }: EventOf<'interim-reported'>, state: Case, rules: Rules): Wording =>
      tell('telling-interim', { ...received(state), findings, remaining, ...answerBy(state, rules) }),
    to: toAll,
    milestone: () => '阶段性办结，整改中',
  },
  'rectification-planned': {
    milestone: ({ end }: EventOf<'rectification-planned'>) => `已制定整改方案，计划${dateText(end)}前完成`,
  },
  'progress-reported': {
    /** What a reason keeps from the public is told in no letter. */
    notice: ({ progress, withheld }: EventOf<'progress-reported'>, state: Case, rules: Rules): Wording | undefined =>
      withheld === undefined
        ? tell('telling-progress', { ...received(state), progress, ...next(state, rules) })
        : undefined,
    to: toAll,
    milestone: () => '已报送整改进展',
  },
  'rectification-completed': {
    notice: ({ result }: EventOf<'rectification-completed'>, state: Case, rules: Rules): Wording =>
      tell('telling-rectified', { ...received(state), outcome: result, ...next(state, rules) }),
    to: toAll,
    milestone: () => '整改已完成',
  },
};
