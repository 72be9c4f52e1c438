import type { Case } from '../../case/case.ts';
import { runningClocks } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { ruleOf } from '../../clocks/policy.ts';
import { AT_ONCE, type Letter } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** To whoever approves it: which period, until when it runs and would run. Events of earlier releases name none. */
export function askedExtensionLetters(
  { reason, clock: name }: EventOf<'extension-requested'>,
  state: Case,
  { policies }: Rules,
): readonly Letter[] {
  const clock = runningClocks(state).find((one) => one.name === name);
  const rule = clock && ruleOf(clock, policies);
  const until = rule?.extension && extendedBy(clock!.dueAt, rule.extension.count);
  const words = say('extension-requested', { duty: rule?.duty, due: clock?.dueAt, until, reason });
  return [{ kind: '审批', organ: state.lead, to: [['leader', 'email']], words, clock: name }];
}

export const refusedExtensionLetters = (
  { reason }: EventOf<'extension-refused'>,
  { lead }: Case,
): readonly Letter[] => [{ kind: '审批', organ: lead, to: AT_ONCE, words: say('extension-refused', { reason }) }];
