import type { Instant } from '../calendar/day.ts';
import type { Schedule } from '../clocks/timers.ts';
import type { Matters } from '../matter.ts';
import type { Roster } from '../organs.ts';
import type { Division } from '../place/division.ts';
import type { Actor } from './actor.ts';
import type { Case } from './case.ts';

/** The rules by which cases are decided: the law, its calendar, and who answers for what. */
export interface CaseRules extends Roster, Schedule {
  /** Version of the rules that new cases start under. */
  readonly currentPolicy: string;
  /** Only where people may reclassify. */
  readonly matters?: Matters | undefined;
  /** Full name of a division, such as "江苏省苏州市吴中区"; only where people may correct the place. */
  readonly placeNameOf?: ((division: Division) => string | undefined) | undefined;
}

/** The rules, the moment, and who acts. */
export interface Context extends CaseRules {
  readonly now: Instant;
  readonly actor: Actor;
  /** The case that `join` names, as it stands now; only for that command. */
  readonly joinTarget?: Case | undefined;
}
