import type { Registration } from './case/commands.ts';
import { classify } from './classification/classify.ts';
import type { ClassificationRules } from './classification/rules.ts';
import type { Complaint } from './complaint.ts';
import type { Organs } from './organ.ts';
import type { Gazetteer } from './place/gazetteer.ts';
import { locate } from './place/locate.ts';
import { route } from './routing/route-complaint.ts';
import type { RoutingTable } from './routing/rules.ts';

/** Everything by which a complaint finds its owner, ready for use. */
export interface AnalysisRules {
  readonly classification: ClassificationRules;
  readonly gazetteer: Gazetteer;
  readonly routing: RoutingTable;
  readonly organs: Organs;
}

/** What a complaint is about, where, and whose it is. Whatever cannot be told goes to the catch-all desk, with the reason. */
export function analyse(
  {
    text,
    target = '',
    address,
    division,
    channel,
  }: Pick<Complaint, 'text' | 'target' | 'address' | 'division' | 'channel'>,
  { classification: rules, gazetteer, routing, organs }: AnalysisRules,
): Omit<Registration, 'complaint'> {
  const classification = classify(target === '' ? text : `${target}。${text}`, rules);
  const place = locate({ division, address, text: `${target}\n${text}` }, gazetteer, routing.province);
  const title = routing.matters.matters[classification.matter]?.name ?? '事项待核实';
  return { title, classification, place, route: route({ classification, place, channel }, routing, organs) };
}
