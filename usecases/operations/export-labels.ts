import type { CaseEvent } from '../../domain/case/events.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import type { Matters } from '../../domain/matter.ts';
import type { Organs } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';

export interface ExportLabelsDeps {
  /** Ids of all cases, ended ones too, each once. */
  readonly everyCase: () => AsyncIterable<string>;
  readonly cases: CaseReader;
  readonly complaints: { readComplaint(receipt: string): Promise<AnonymousComplaint | undefined> };
  readonly organs: Organs;
  readonly matters: Matters;
  /** 兜底: what lies there has found nobody yet, so it teaches nothing. */
  readonly catchAllOrgan: string;
}

/** What a person said a complaint is, with its text: personal data. The fields that `npm run evaluate` reads. */
export interface LabelledComplaint {
  readonly id: string;
  readonly text: string;
  /** The types that a person set; absent where only the route was overruled. */
  readonly labels?: readonly string[];
  readonly labels_norm?: readonly string[];
  /** The department chosen against the suggestion; absent where only the types were corrected. */
  readonly department?: string;
  /** 行政区划代码 that a person set. */
  readonly division?: string;
  /** Whether an emergency was reported on, or found to be none. */
  readonly emergency?: boolean;
}

/**
 * Every complaint whose classification, place or route people overruled, or whose emergency they judged, ended cases
 * too, each once, as they last decided; none that accuses an organ: no list may carry that to it.
 */
export async function* exportLabels(deps: ExportLabelsDeps): AsyncGenerator<LabelledComplaint> {
  for await (const id of deps.everyCase()) {
    const state = await deps.cases.load(id);
    if (!state || (state.accused ?? []).length > 0) continue;
    const decided = decidedBy(await deps.cases.events(id), deps);
    if (!decided) continue;
    const complaint = await deps.complaints.readComplaint(id);
    if (complaint) yield { id, text: textOf(complaint), ...decided };
  }
}

function decidedBy(
  events: readonly CaseEvent[],
  { organs, matters, catchAllOrgan }: ExportLabelsDeps,
): Omit<LabelledComplaint, 'id' | 'text'> | undefined {
  const corrected = events.findLast((event) => event.type === 'reclassified');
  const assigned = events.findLast((event) => event.type === 'assigned');
  const overruled = assigned?.overrules && assigned.lead !== catchAllOrgan ? assigned : undefined;
  const placed = events.findLast((event) => event.type === 'place-corrected');
  const judged = events.findLast((event) => event.type === 'incident-reported');
  if (!corrected && !overruled && !placed && !judged) return undefined;
  const types = corrected?.after.types;
  const department = overruled && organs.get(overruled.lead)?.department;
  return {
    ...(types && { labels: types, labels_norm: types }),
    ...(department && { department: matters.departments[department] ?? department }),
    ...(placed && { division: placed.after.division }),
    ...(judged && { emergency: judged.kind !== 'unfounded' }),
  };
}

/** As the rules read it: whom it accuses comes first. */
function textOf({ target, text }: AnonymousComplaint): string {
  return target ? `${target}。${text}` : text;
}
