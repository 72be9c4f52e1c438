import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { above } from '../organs.ts';
import { isFromAbove } from './from-above.ts';
import { BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { dateText } from './words.ts';

/** Who at the bureaus is told of visits and rectification. */
export const LIFE_LETTERS = {
  visited: ({ actor, on, findings }: EventOf<'visited'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    if (actor.kind !== 'staff' || actor.organ === lead) return [];
    const opening = `${nameOf(actor.organ, rules)}已于${dateText(on)}现场核查。核查情况：${findings}`;
    return [{ kind: '核查', organ: lead, to: BY_MAIL, subject: '现场核查情况', opening }];
  },
  'interim-reported': ({ findings, remaining }: EventOf<'interim-reported'>, state: Case, rules: Rules) =>
    toSuperior('阶段性办理情况', `已办理：${findings}\n尚需整改：${remaining}`, state, rules),
  'rectification-planned': (event: EventOf<'rectification-planned'>, state: Case, rules: Rules) => {
    const steps = event.milestones.map(({ what, by }) => `${what}（${dateText(by)}）`).join('；');
    const plan = `措施：${event.measures}\n责任人：${event.owner}\n节点：${steps || '无'}\n完成时限：${dateText(event.end)}`;
    return isFromAbove(event, state) ? changedPlan(plan, state) : toSuperior('整改方案', plan, state, rules);
  },
  'progress-reported': ({ progress, withheld }: EventOf<'progress-reported'>, state: Case, rules: Rules) =>
    toSuperior('整改进展', `${progress}${withheld === undefined ? '' : `\n不予公开的理由：${withheld}`}`, state, rules),
  'rectification-completed': ({ result }: EventOf<'rectification-completed'>, state: Case, rules: Rules) =>
    toSuperior('整改完成情况', result, state, rules),
};

const changedPlan = (plan: string, { lead }: Case): readonly Letter[] => [
  { kind: '整改', organ: lead, to: BY_MAIL, subject: '整改方案已调整', opening: `上级单位调整了整改方案。\n${plan}` },
];

/** What the lead reports; nothing where nobody stands above it. */
function toSuperior(what: string, words: string, { lead }: Case, rules: Rules): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  const opening = `${nameOf(lead, rules)}报送了${what}，请核查。\n${words}`;
  return organ === lead ? [] : [{ kind: '整改', organ, to: BY_MAIL, subject: `${what}待核查`, opening }];
}
