import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organsSchema } from '../../../config/schemas/organs.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { calendar, contextAt, ladders, policies, statutes, texts } from '../../support/rules.ts';
import type { CaseTable } from './inside.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'config', 'organs', 'demo.json');
const { organs } = organsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const rules = {
  policies,
  ladders,
  calendar,
  organs: new Map(organs.map((organ) => [organ.id, organ])),
  catchAllOrgan: 'qinghe-desk',
  statutes,
  organiser: contextAt('').organiser,
  desk: 'https://desk.qinghe.example/',
  texts,
};

/** Ids of all notices that the events of those cases imply. */
export function impliedNotices({ cases, events }: CaseTable): readonly string[] {
  return events.flatMap((event) => noticesFor(event, cases.get(event.caseId)!, rules).map(({ id }) => id));
}
