import type { Staff } from '../../domain/case/people/actor.ts';
import type { PaperRules } from '../../domain/papers/paper.ts';
import { type CasePaper, papersOf } from '../../domain/papers/papers.ts';
import type { CaseReader } from '../cases/command-case.ts';
import { eventsWithout, hiddenLinksOf } from './hidden-links.ts';
import { type Shown, visibleCase } from './visible-case.ts';

export interface OpenPapersDeps {
  readonly cases: CaseReader;
  readonly context: PaperRules;
}

/** 文书: made of the record that whoever asks may see, and of nothing else. The vault is not looked at. */
export async function openPapers(
  caseId: string,
  staff: Staff,
  deps: OpenPapersDeps,
): Promise<Shown<readonly CasePaper[]>> {
  const found = await visibleCase(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  const events = eventsWithout(await deps.cases.events(caseId), hidden);
  return { kind: 'shown', value: papersOf(found.value, events, deps.context) };
}
