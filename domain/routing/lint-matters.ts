import { addDays, type Day } from '../calendar/day.ts';
import { error, type Finding } from '../finding.ts';
import { spanOn } from '../law/cite.ts';
import { faultsOfSpans } from '../law/lint-spans.ts';
import type { Statutes } from '../law/statutes.ts';
import type { DatedMatters, MatterSpan } from '../matter.ts';

/** Each matter is somebody's business on every day from today on, and by law only where a provision is in force. */
export function lintMatters({ matters }: DatedMatters, statutes: Statutes, today: Day): Finding[] {
  return Object.entries(matters).flatMap(([code, { in: spans }]) => {
    const lawless = spans.flatMap((span) => lawlessDaysOf(span, statutes, today));
    return [...faultsOfSpans(spans, today), ...lawless].map((why) => error(`/matters/${code}`, why));
  });
}

function lawlessDaysOf({ from = '', until = '9999', basis }: MatterSpan, statutes: Statutes, today: Day): string[] {
  if (typeof basis !== 'string') return [];
  const provision = statutes.provisions[basis];
  if (!provision) return [`"${basis}" is not in config/statutes.json`];
  // What is in force changes only after a span ends: with the first day, those days tell of all.
  const changes = provision.in.flatMap(({ until: end }) => (end === undefined ? [] : addDays(end, 1)));
  const first = from > today ? from : today;
  const days = [first, ...changes].filter((day) => first <= day && day <= until);
  return days
    .filter((day) => !spanOn(basis, day, statutes))
    .map((day) => `nothing of "${basis}" is in force on ${day}`);
}
