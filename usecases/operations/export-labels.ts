import type { CaseEvent } from '../../domain/case/events.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import type { Matters } from '../../domain/matter.ts';
import type { Organs } from '../../domain/organs.ts';
import type { Worklist, WorklistQuery } from '../staff/worklist.ts';

export interface ExportLabelsDeps {
  readonly worklists: { read(query: WorklistQuery): Promise<Worklist> };
  readonly cases: { events(caseId: string): Promise<readonly CaseEvent[]> };
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
  const seen = new Set<string>();
  for await (const id of caseIds(deps)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const decided = decidedBy(await deps.cases.events(id), deps);
    if (!decided) continue;
    const complaint = await deps.complaints.readComplaint(id);
    if (complaint) yield { id, text: textOf(complaint), ...decided };
  }
}

async function* caseIds({ organs, worklists }: ExportLabelsDeps): AsyncGenerator<string> {
  for (const organ of organs.keys()) {
    let cursor: string | undefined;
    do {
      const page = await worklists.read({ organ, cursor });
      for (const { id, accused = [] } of page.cases) if (accused.length === 0) yield id;
      cursor = page.cursor;
    } while (cursor !== undefined);
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
