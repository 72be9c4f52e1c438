import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributesOf, caseOf } from '../../../adapters/dynamodb/cases/case-items.ts';
import { attributesOfEvent, eventOf } from '../../../adapters/dynamodb/cases/event-items.ts';
import { FACT_TYPES } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import { CASE_STATUSES } from '../../../domain/case/status.ts';
import { policies } from '../../support/rules.ts';

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

const folder = join(import.meta.dirname, 'items');

/** Items as each release since November 2026 wrote what was new in it: cases in each status, events of every type. */
const items: readonly Item[] = readdirSync(folder).flatMap((file) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
);
const cases = items.filter(({ sk }) => sk === 'CASE');
const events = items.filter(({ sk }) => sk.startsWith('EVENT#'));

/** Types of events that there are since. */
const SINCE =
  /^(way|violation|filing|penalty|extension|return|incident|neighbours|set|place|officer|contact|closing)-|^(unjoined|released|taken-back|split|part-moved|whole-moved)$/;
/** Those of the work on a case. */
const WORK = /^(noted|attached|assistance-answered)$/;
/** Those of visits and rectification. */
const LIFE = /^(rectification|progress|interim)-|^visited$/;
/** Those of marks and of orders from above. */
const OVERSIGHT = /^(instruction|supervision|order|authorities|transfer)-|^(marked|instructed|supervised)$/;
/** Those after the answer. */
const AFTER = /^(review|hearing|agreement)-|^(concluded|complainant-asked|mediated|called-back|revisited|rated)$/;
/** Those of reminders. */
const REMINDERS = /^acknowledged$/;
const LATER = [REMINDERS, SINCE, WORK, LIFE, OVERSIGHT, AFTER];

const eventsOf = (pk: string): readonly CaseEvent[] =>
  events
    .filter((event) => event.pk === pk)
    .toSorted((one, other) => one.sk.localeCompare(other.sk))
    .map(eventOf);

describe('what the releases since November 2026 wrote', () => {
  it('holds cases in each status and events of every type that they knew', () => {
    expect(new Set(cases.map((item) => caseOf(item).status))).toEqual(
      new Set(CASE_STATUSES.filter((status) => status !== 'filed' && status !== 'split')),
    );
    expect(new Set(events.map((item) => eventOf(item).type))).toEqual(
      new Set(FACT_TYPES.filter((type) => !LATER.some((pattern) => pattern.test(type)))),
    );
  });

  it.each(cases.map(({ pk }) => pk))('%s is rebuilt from its events as it was stored', (pk) => {
    const stored = caseOf(cases.find((item) => item.pk === pk)!);
    const replayed = eventsOf(pk).reduce<Case | undefined>((state, event) => evolve(state, event, policies), undefined);
    expect(JSON.parse(JSON.stringify(replayed))).toMatchObject(JSON.parse(JSON.stringify(stored)));
  });

  it.each(items)('$pk $sk is written again under the same names, so that its release still reads it', (item) => {
    const { pk, sk, duePk, worklistAt, dueAt, ...attributes } = item;
    const again = sk === 'CASE' ? attributesOf(caseOf(item)) : attributesOfEvent(eventOf(item));
    const started = sk === 'CASE' ? {} : { started: [] };
    const deadline = sk === 'CASE' || dueAt === undefined ? {} : { dueAt };
    expect(JSON.parse(JSON.stringify(again))).toEqual({ ...started, ...deadline, ...attributes });
  });
});
