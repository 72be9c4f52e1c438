import type { Classification } from '../classification/classification.ts';
import { type Matters, OWN_DEPARTMENT } from '../matter.ts';
import type { Case, CaseClassification, Suggestion } from './case.ts';
import type { StaffCommand } from './commands.ts';
import type { CaseFact } from './events.ts';

/** What a person makes of a case instead of what the rules made of it. The same correction again changes nothing. */
export function reclassification(
  { classification: before }: Case,
  {
    types,
    subtypes = before.subtypes,
    matter,
    urgency = before.urgency,
    reason,
  }: StaffCommand & { type: 'reclassify' },
  matters: Matters | undefined,
): (CaseFact & { type: 'reclassified' }) | 'unknown-matter' | 'no-change' {
  const known = matters?.matters[matter];
  if (!known) return 'unknown-matter';
  const after: Classification = {
    ...before,
    ...{ types, subtypes, matter, urgency, competent: known.lead === OWN_DEPARTMENT, score: 1 },
    otherMatters: before.otherMatters?.filter((other) => other !== matter),
    trace: [`人工改判：${reason}`],
  };
  return isSame(before, after) ? 'no-change' : { type: 'reclassified', before, after, title: known.name, reason };
}

/** The suggestion, where the organs chosen now are not those it named. */
export function overruled(
  { lead: current, assisting: helping, suggested = { lead: current, assisting: helping } }: Case,
  lead: string,
  assisting: readonly string[],
): Suggestion | undefined {
  return suggested.lead === lead && isSameSet(suggested.assisting, assisting) ? undefined : suggested;
}

function isSame(before: CaseClassification, after: Classification): boolean {
  const same = before.matter === after.matter && before.urgency === after.urgency;
  return same && isSameSet(before.types, after.types) && isSameSet(before.subtypes, after.subtypes);
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
