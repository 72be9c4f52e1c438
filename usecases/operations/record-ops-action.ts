import type { Access } from '../../domain/audit/access.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { provinceTop, type Roster } from '../../domain/organs.ts';
import type { AccessRecord } from '../audit/access-record.ts';

/** Under whom an auditor finds what ops did: `GET /v1/access?sub=ops`. */
const OPS = 'ops';

/** What somebody of ops changes by hand, and why. */
export interface OpsAction {
  /** The command, such as "dead-letters redrive". */
  readonly command: string;
  /** What it is done to: a queue, a table, a secret's name. */
  readonly to: string;
  readonly by: string;
  readonly reason: string;
  readonly receipt?: string | undefined;
}

/** 运维操作 on record, before anything is done: where that cannot be written, nothing may be done. */
export async function recordOpsAction(
  { command, to, by, reason, receipt }: OpsAction,
  { now: at, id }: { readonly now: Instant; readonly id: string },
  { access, roster }: { readonly access: AccessRecord; readonly roster: Roster },
): Promise<void> {
  const entry: Access = {
    at,
    sub: OPS,
    organ: provinceTop(roster),
    role: OPS,
    what: 'operated',
    view: command,
    about: to,
    operator: by,
    reason,
    receipt,
    traceId: id,
  };
  await access.put(entry);
}
