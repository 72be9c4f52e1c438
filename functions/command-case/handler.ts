import { type CommandBatchDeps, commandBatch } from '../../usecases/staff/command-batch.ts';
import { type CommandByStaffDeps, commandByStaff } from '../../usecases/staff/command-by-staff.ts';
import { type HandOverAllDeps, handOverAll } from '../../usecases/staff/hand-over-all.ts';
import { sha256 } from '../shared/digest.ts';
import { jsonBody } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { answerTo } from '../shared/staff/command-answer.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { IdempotencyKey, invalidKey } from '../shared/submission/idempotency.ts';
import { receivedAt } from '../shared/time.ts';
import { BatchBody } from './batch-body.ts';
import { CommandBody } from './command-body.ts';
import { HandOverBody } from './hand-over-body.ts';

type CommandCaseDeps = CommandByStaffDeps & CommandBatchDeps & HandOverAllDeps;

const ROUTES: Readonly<Record<string, Work<CommandCaseDeps>>> = {
  'POST /v1/cases/{id}/commands': async (event, staff, deps) => {
    const { expectedVersion, ...command } = jsonBody(CommandBody, event);
    return answerTo(await commandByStaff(idOf(event), command, expectedVersion, staff, receivedAt(event), deps));
  },
  'POST /v1/cases/batch': async (event, staff, deps) => {
    const { success, data: key } = IdempotencyKey.safeParse(event.headers['idempotency-key']);
    if (!success) throw invalidKey();
    const body = jsonBody(BatchBody, event);
    const batch = { key, digest: sha256(JSON.stringify(body)), ...body };
    const results = await commandBatch(batch, staff, receivedAt(event), deps);
    if (results === 'reused') throw new Refusal('idempotency-key-reused', { detail: '该幂等键已用于另一批操作' });
    return json(200, { results });
  },
  'POST /v1/officers/{sub}/hand-over': async (event, staff, deps) => {
    const asked = { from: event.pathParameters?.sub ?? '', ...jsonBody(HandOverBody, event) };
    const answer = await handOverAll(asked, staff, receivedAt(event), deps);
    if (answer.kind === 'no-such-page') return shown(answer);
    const { done, refused, cursor } = answer;
    return json(200, { done, refused, cursor });
  },
};

/** What staff do to cases. */
export const createHandler = deskOf(ROUTES);
