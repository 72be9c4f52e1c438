import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Access, type AccessKind, mustBeRecorded } from '../../../domain/audit/access.ts';
import type { Staff } from '../../../domain/case/people/actor.ts';
import type { AccessRecord } from '../../../usecases/audit/access-record.ts';
import { count } from '../count.ts';
import { Refusal } from '../http/problem.ts';
import { logError, logInfo } from '../log.ts';
import { receivedAt } from '../time.ts';

/** What was asked for. */
type Asked = Pick<Access, 'view' | 'caseId' | 'receipt' | 'number' | 'cases' | 'about'>;

export interface TraceDeps {
  readonly access: AccessRecord;
}

/**
 * 查阅留痕: who of which organ reads what, by ids, in the log and in the access record; the name of the person is in the
 * token's issuer, by `sub`. To be done before anything is shown: throws the refusal where it cannot be recorded and
 * must be.
 */
export async function traceView(
  what: AccessKind,
  asked: Asked,
  { organ, role, sub }: Staff,
  event: Pick<APIGatewayProxyEventV2, 'requestContext'>,
  { access }: TraceDeps,
): Promise<void> {
  const traceId = event.requestContext.requestId;
  const entry: Access = { what, ...asked, organ, role, sub, at: receivedAt(event), traceId };
  await access.put(entry).catch((error: unknown) => {
    logError('access-not-recorded', error, { traceId });
    count('AccessNotRecorded');
    if (mustBeRecorded(entry)) throw new Refusal('not-recorded');
  });
  logInfo(what, { ...asked, organ, sub, traceId });
}
