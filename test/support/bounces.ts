import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { staffAddressesIn } from '../../domain/organs.ts';
import { createHandler } from '../../functions/record-bounces/handler.ts';
import { batchOf, desk } from './messages.ts';
import { beijing, organs } from './rules.ts';
import { newWorld, rules } from './world.ts';

export const NOW = beijing('2026-06-01 10:05');
const sentAt = Date.parse(NOW);
export const OFFICER = 'handler@county.example';
export const CITIZEN = 'qian@citizen.example';

/** A case whose officer and complainant have had a mail each. */
export async function office() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
  const suppressions = memorySuppressions();
  const queued: Notice[] = [];
  const roster = new Map(organs);
  const { letters, setAside } = desk();
  const handler = createHandler({
    cases: world.cases,
    incidents: world.incidents,
    rules: { ...rules(), organs: roster },
    kept: world.keep.kept,
    deliveries: world.deliveries,
    suppressions,
    setAside,
    noticeQueue: { send: async (notices) => void queued.push(...notices) },
    staff: () => staffAddressesIn(roster),
  });
  const toOfficer = `${receipt}#1#county#handler#email`;
  const toCitizen = `${receipt}#2#complainant`;
  const say = (...bodies: unknown[]) => handler(batchOf(bodies, { sentAt }));
  const reasonFor = (address: string) => suppressions.reasonFor(address, NOW);
  const resultsOf = (id: string) =>
    world.deliveries.byNotice.get(id)?.attempts.map(({ result, reason = '' }) => `${result} ${reason}`.trim());
  return {
    ...{ world, receipt, roster, suppressions, queued, letters, handler, say, toOfficer, toCitizen },
    ...{ reasonFor, resultsOf },
  };
}
