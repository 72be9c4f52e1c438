import type { Accused } from './accused/accused.ts';
import { heldFairly, ledFromAbove } from './accused/recusal.ts';
import type { Registration } from './case/acts/register.ts';
import type { LawOfDay } from './law/cite.ts';
import type { Roster } from './organs.ts';

type Analysis = Omit<Registration, 'complaint' | 'repeats'>;

/**
 * What was found out of a complaint, where it accuses these: its route goes above them, and so does that of each of
 * its parts, for whoever reads one reads all.
 */
export function closedToAccused(
  analysis: Analysis,
  accused: readonly Accused[],
  roster: Roster,
  law: LawOfDay,
): Analysis {
  if (accused.length === 0) return analysis;
  const ids = accused.map(({ organ }) => organ);
  const { route, classification } = analysis;
  const { lead, assisting } = ledFromAbove(route, ids, roster);
  const parts = classification.parts?.map((part) =>
    part.lead === undefined
      ? part
      : { ...part, lead: heldFairly({ lead: part.lead, assisting: [] }, ids, roster).lead },
  );
  const nameOf = (id: string): string => roster.organs.get(id)?.name ?? id;
  const trace = [
    ...accused.flatMap(({ why }) => why.map((line) => `被反映单位：${line}`)),
    `由其上级${nameOf(lead)}主办，${ids.map(nameOf).join('、')}及其下级回避（${law.cite('report-on-a-bureau')}）`,
  ];
  return {
    ...analysis,
    classification: parts ? { ...classification, parts } : classification,
    route: { ...route, lead, assisting, trace: [...route.trace, ...trace] },
    accused,
  };
}
