import type { ReconcileDayDeps } from '../../usecases/operations/reconcile-day.ts';
import { type newWorld, rules } from './world.ts';

/** What a day is reconciled from, in a world in memory. */
export const reconciling = ({ vault, cases, deliveries }: ReturnType<typeof newWorld>): ReconcileDayDeps => ({
  async *all() {
    yield* vault.all();
  },
  complaints: vault,
  cases,
  async *happened(from, until) {
    const events = await Promise.all(cases.all().map(({ id }) => cases.events(id)));
    for (const { caseId, at } of events.flat()) if (at >= from && at < until) yield caseId;
  },
  noticesOf: deliveries.noticesOf,
  rules: rules(),
});
