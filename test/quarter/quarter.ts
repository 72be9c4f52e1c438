import { beijing } from '../support/rules.ts';
import { seeded } from './chance.ts';
import { live } from './live.ts';
import { peersIn } from './peers.ts';
import { absences } from './people.ts';
import { plans } from './work.ts';

/** From National Day to the end of the year: 92 days with the make-up day of 10 October. */
export const FIRST = '2026-10-01';
export const DAYS = 92;
/** Whatever waits then has three days more. */
export const END = beijing('2027-01-04 00:00');
export const MAIL_AWAY = { from: beijing('2026-11-10 08:00'), to: beijing('2026-11-12 08:00') };

/** A quarter of a province with so many cases, its transports in trouble for a while; the same for the same seed. */
export async function quarter(count: number, seed = 1) {
  const chance = seeded(seed);
  const peers = peersIn({
    mailAway: MAIL_AWAY,
    ...{ everySms: 5, everyCarrier: 17, chance: seeded(seed + 1) },
  });
  const begin = beijing(`${FIRST} 00:00`);
  const script = {
    plans: plans(count, FIRST, DAYS - 20, chance),
    absences: absences(begin, DAYS, chance),
    begin,
    end: END,
  };
  const province = await live(script, peers);
  return { ...province, ...script, peers };
}

export type Quarter = Awaited<ReturnType<typeof quarter>>;
