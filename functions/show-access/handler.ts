import * as z from 'zod';
import { ACCESS_KINDS, accessSchema } from '../../domain/audit/access.ts';
import type { Roster } from '../../domain/organs.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { type AccessReader, type AccessRecord, readAccess } from '../../usecases/audit/access-record.ts';
import { readInput } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';

export interface ShowAccessDeps {
  readonly access: AccessRecord & AccessReader;
  readonly context: Roster;
}

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** GET /v1/access: of one case or of one person, and of which time; of all of it where nothing is said. */
export const AccessParameters = z.strictObject({
  case: z.string().min(1).max(100).optional(),
  sub: z.string().min(1).max(200).optional(),
  from: instant.optional(),
  until: instant.optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-[\w.:#=/+-]{10,200}$/)
    .optional(),
});

export const AccessView = z.object({
  entries: z.array(z.object({ ...accessSchema().shape, name: z.string() })),
  /** There are more: ask again with it. */
  cursor: z.string().optional(),
});

const BEGINNING = '1970-01-01T00:00:00.000Z';

const ROUTES: Readonly<Record<string, Work<ShowAccessDeps>>> = {
  'GET /v1/access': async (event, staff, deps) => {
    if (staff.role !== 'auditor') throw new Refusal('not-your-role');
    const asked = readInput(AccessParameters, event.queryStringParameters ?? {});
    const { case: caseId, sub, from = BEGINNING, until = receivedAt(event), cursor } = asked;
    const whose = whoseOf(caseId, sub);
    await traceView('access-read', { caseId, about: sub }, staff, event, deps);
    const page = await readAccess({ whose, from, until, cursor }, staff, deps);
    const entries = page.entries.map((entry) => ({
      ...entry,
      name: ownProperty(ACCESS_KINDS, entry.what) ?? entry.what,
    }));
    return json(200, { entries, cursor: page.cursor });
  },
};

function whoseOf(caseId: string | undefined, sub: string | undefined) {
  if (caseId !== undefined && sub === undefined) return { caseId };
  if (sub !== undefined && caseId === undefined) return { sub };
  throw new Refusal('invalid-request', { errors: [{ pointer: '/case', detail: 'case与sub须且只须填一项' }] });
}

/** 查阅记录: who saw what, for an auditor alone. */
export const createHandler = deskOf(ROUTES);
