import type { KeptReception } from '../../domain/desk/reception.ts';
import type { DeskSession } from '../../domain/desk/session.ts';
import type { Drafts } from '../../usecases/desk/drafts.ts';
import type { LogIn, LogInDeps } from '../../usecases/desk/log-in.ts';
import type { Receptions } from '../../usecases/desk/receptions.ts';
import type { SavedLists } from '../../usecases/desk/saved-lists.ts';
import type { SessionsDeps } from '../../usecases/desk/sessions.ts';

/** Who is logged in, forgotten when the process ends. For tests. */
export function memorySessions() {
  const kept = new Map<string, DeskSession>();
  const sessions: SessionsDeps['sessions'] = {
    open: async (session) => void kept.set(session.key, session),
    find: async (key) => kept.get(key),
    async touch(key, seenAt) {
      const session = kept.get(key);
      if (session) kept.set(key, { ...session, seenAt });
    },
    end: async (key) => void kept.delete(key),
  };
  return { ...sessions, kept };
}

/** Log-ins under way, the same. */
export function memoryLogIns(): LogInDeps['logIns'] {
  const kept = new Map<string, LogIn>();
  return {
    keep: async (key, logIn) => void kept.set(key, logIn),
    async take(key) {
      const logIn = kept.get(key);
      kept.delete(key);
      return logIn;
    },
  };
}

/** Drafts, the same. */
export function memoryDrafts() {
  const kept = new Map<string, string>();
  const drafts: Drafts = {
    keep: async (sub, path, typed) => void kept.set(`${sub} ${path}`, typed),
    find: async (sub, path) => kept.get(`${sub} ${path}`),
    forget: async (sub, path) => void kept.delete(`${sub} ${path}`),
  };
  return { ...drafts, kept };
}

/** Saved lists, the same. */
export function memorySavedLists(): SavedLists {
  const kept = new Map<string, Awaited<ReturnType<SavedLists['of']>>>();
  const of: SavedLists['of'] = async (sub) => kept.get(sub) ?? { lists: [], version: 0 };
  return {
    of,
    async put(sub, lists, version) {
      if ((await of(sub)).version !== version) return false;
      kept.set(sub, { lists, version: version + 1 });
      return true;
    },
  };
}

/** Reception days, the same. */
export function memoryReceptions(): Receptions {
  const kept = new Map<string, KeptReception>();
  const keyOf = (organ: string, day: string) => `${organ} ${day}`;
  return {
    find: async (organ, day) => kept.get(keyOf(organ, day)),
    async put(organ, day, reception) {
      if ((kept.get(keyOf(organ, day))?.version ?? 0) !== reception.version - 1) return false;
      kept.set(keyOf(organ, day), reception);
      return true;
    },
  };
}
