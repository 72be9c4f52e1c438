import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { isFromAbove } from './from-above.ts';
import { BY_MAIL, type Letter } from './letter.ts';

/** Who at the bureaus is told of marks and orders from above. */
export const OVERSIGHT_LETTERS = {
  marked: (event: EventOf<'marked'>, state: Case): readonly Letter[] => {
    const { added } = event;
    if (added.length === 0 || !isFromAbove(event, state)) return [];
    const names = added.map(({ name }) => `“${name}”`).join('、');
    const opening = `上级单位将该件标记为${names}，请抓紧办理。${event.reason === undefined ? '' : `说明：${event.reason}`}`;
    return [{ kind: '标记', organ: state.lead, to: BY_MAIL, subject: `已标记${names}`, opening }];
  },
};
