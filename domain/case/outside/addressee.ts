import { isShutOut } from '../../accused/recusal.ts';
import { officeNamed, type Reachable } from '../../outside-offices.ts';

/** How something leaves: as a notice, or on paper, by hand. */
export const REACHES = ['notice', 'by-hand'] as const;

/** How what is sent to an office of that name leaves. */
export const reachOf = (name: string, roster: Reachable): (typeof REACHES)[number] =>
  officeNamed(name, roster) ? 'notice' : 'by-hand';

/** Why nothing of a case goes to that office: it is accused there, or stands below who is. */
export function whyNotTo(name: string, roster: Reachable): string | undefined {
  const { organs } = roster.whole ?? roster;
  const isAccused = [...organs.values()].some(
    (one) => (one.name === name || one.aliases?.includes(name)) && isShutOut(one.id, roster),
  );
  return isAccused ? '不得把反映一个单位的事项发送给该单位' : undefined;
}
