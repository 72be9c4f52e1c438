import type { Recorded } from './act.ts';
import type { CaseFact } from './acts.ts';

/** An event that only a newer release knows: read after a rollback, or while a deploy is rolling out. */
interface UnrecognisedEvent
  extends Recorded<{
    readonly type: 'unrecognised';
    /** Its type as that release wrote it. */
    readonly storedType: string;
  }> {}

/** One event of a case, as recorded. */
export type CaseEvent = Recorded<CaseFact> | UnrecognisedEvent;

/** The event of a type of fact. */
export type EventOf<Type extends CaseFact['type']> = Extract<Recorded<CaseFact>, { readonly type: Type }>;
