import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { type DeskSession, isAlive, isStale } from '../../domain/desk/session.ts';

export interface SessionsDeps {
  readonly sessions: {
    /** Under its key, which nobody has had before. */
    open(session: DeskSession): Promise<void>;
    /** Also one that is over, for ten days after it began: what its person typed is still kept for them. */
    find(key: string): Promise<DeskSession | undefined>;
    /** Nothing, if it was ended meanwhile. */
    touch(key: string, at: Instant): Promise<void>;
    end(key: string): Promise<void>;
  };
  /** SHA-256. */
  readonly sha256: (text: string) => string;
}

/** Who is behind a browser's cookie. */
export type Visitor =
  | { readonly kind: 'here'; readonly staff: Staff }
  /** Was here and must log in again. */
  | { readonly kind: 'over'; readonly staff: Staff }
  | { readonly kind: 'nobody' };

/** Opens a session for whoever has just logged in: always a new one, so that no id that was planted becomes theirs. */
export async function openSession(id: string, staff: Staff, now: Instant, deps: SessionsDeps): Promise<void> {
  await deps.sessions.open({ key: deps.sha256(id), staff, startedAt: now, seenAt: now });
}

/** Who that is now; a session that is used lives on. */
export async function visitorBy(id: string | undefined, now: Instant, deps: SessionsDeps): Promise<Visitor> {
  const session = id === undefined ? undefined : await deps.sessions.find(deps.sha256(id));
  if (!session) return { kind: 'nobody' };
  const { staff } = session;
  if (!isAlive(session, now)) return { kind: 'over', staff };
  if (isStale(session, now)) await deps.sessions.touch(session.key, now);
  return { kind: 'here', staff };
}

/** From now on that id opens nothing, whoever still has it. */
export async function endSession(id: string, deps: SessionsDeps): Promise<void> {
  await deps.sessions.end(deps.sha256(id));
}
