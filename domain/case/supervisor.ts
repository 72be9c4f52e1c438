import { isAbove, organNamed } from '../organs.ts';
import { organOf } from './actor.ts';
import type { Case } from './case.ts';
import type { Context } from './context.ts';
import { goingOnAs, type Supervision } from './oversight.ts';

/** What stands in the way of acts that only a supervised case knows. */
export const notSupervised = ({ supervisions = [] }: Case): string | undefined =>
  supervisions.some(({ endedAt }) => endedAt === undefined) ? undefined : '没有未解除的督办';

/** The supervision of that number, where whoever acts ordered it or stands above who did; else why they may not. */
export function supervisionOf(
  { supervisions }: Case,
  item: number,
  { actor, ...roster }: Context,
): Supervision | string {
  const found = goingOnAs(item, supervisions);
  if (!found) return '没有这个序号的未解除督办';
  const organ = organOf(actor);
  const { id: by } = organNamed(found.by, roster);
  const isTheirs = organ !== undefined && (organ === by || isAbove(organ, by, roster.organs));
  return isTheirs ? found : '督办由作出督办的单位或其上级单位延期、解除';
}
