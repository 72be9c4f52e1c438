import type { Staff } from '../../../domain/case/actor.ts';
import { logInfo } from '../log.ts';
import type { StaffEvent } from './staff.ts';

/** 查阅留痕: who of which organ read what, by ids; the name of the person is in the token's issuer, by `sub`. */
export function traceView(
  what: string,
  ids: Parameters<typeof logInfo>[1],
  { organ, sub }: Staff,
  event: StaffEvent,
): void {
  logInfo(what, { ...ids, organ, sub, traceId: event.requestContext.requestId });
}
