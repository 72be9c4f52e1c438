import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { above } from '../../organs.ts';
import { dateText } from '../date-words.ts';
import { BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import type { Wording } from '../wording.ts';
import { isFromAbove } from './from-above.ts';
import { say } from './staff-texts.ts';

/** Who at the bureaus is told of visits and rectification. */
export const RECTIFICATION_LETTERS = {
  visited: ({ actor, on, findings }: EventOf<'visited'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    if (actor.kind !== 'staff' || actor.organ === lead) return [];
    const words = say('visited', { organ: nameOf(actor.organ, rules), on, findings });
    return [{ kind: '核查', organ: lead, to: BY_MAIL, words }];
  },
  'interim-reported': ({ findings, remaining }: EventOf<'interim-reported'>, state: Case, rules: Rules) =>
    toSuperior(state, rules, (organ) => say('interim-reported', { organ, findings, remaining })),
  'rectification-planned': (event: EventOf<'rectification-planned'>, state: Case, rules: Rules): readonly Letter[] => {
    const plan = planOf(event);
    if (!isFromAbove(event, state))
      return toSuperior(state, rules, (organ) => say('rectification-planned', { organ, ...plan }));
    return [{ kind: '整改', organ: state.lead, to: BY_MAIL, words: say('rectification-changed', plan) }];
  },
  'progress-reported': ({ progress, withheld }: EventOf<'progress-reported'>, state: Case, rules: Rules) =>
    toSuperior(state, rules, (organ) => say('progress-reported', { organ, progress, withheld })),
  'rectification-completed': ({ result }: EventOf<'rectification-completed'>, state: Case, rules: Rules) =>
    toSuperior(state, rules, (organ) => say('rectification-completed', { organ, outcome: result })),
};

function planOf({ measures, owner, milestones, end }: EventOf<'rectification-planned'>) {
  const steps = milestones.map(({ what, by }) => `${what}（${dateText(by)}）`).join('；');
  return { measures, owner, end, steps: steps || undefined };
}

/** What the lead reports; nothing where nobody stands above it. */
function toSuperior({ lead }: Case, rules: Rules, words: (organ: string) => Wording): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  return organ === lead ? [] : [{ kind: '整改', organ, to: BY_MAIL, words: words(nameOf(lead, rules)) }];
}
