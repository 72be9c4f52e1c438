import type { Instant } from '../calendar/day.ts';
import type { Subtypes } from '../classification/taxonomy.ts';
import type { PolicyVersion } from '../clocks/policy.ts';
import type { Schedule } from '../clocks/timers.ts';
import type { Statutes } from '../law/statutes.ts';
import type { Matters } from '../matter.ts';
import type { NotificationOrder } from '../notification-order.ts';
import type { Organiser, Roster } from '../organs.ts';
import type { OutsideOffices } from '../outside-offices.ts';
import type { Senders } from '../partners/partner.ts';
import type { Division } from '../place/division.ts';
import type { Texts } from '../texts/text.ts';
import type { Case } from './case.ts';
import type { MarkRules } from './oversight/marks.ts';
import type { Actor } from './people/actor.ts';

/** The rules by which cases are decided: the law, its calendar, and who answers for what. */
export interface CaseRules extends Roster, Schedule {
  /** Version of the rules that new cases start under, by the day of their receipt. */
  readonly currentPolicy: PolicyVersion;
  /** Every law that anybody is told, by the day. */
  readonly statutes: Statutes;
  readonly organiser: Organiser;
  /** What people are told, as far as the function tells it. */
  readonly texts: Texts;
  readonly senders?: Senders | undefined;
  /** Only where people may reclassify. */
  readonly matters?: Matters | undefined;
  /** Full name of a division, such as "江苏省苏州市吴中区"; only where people may correct the place. */
  readonly placeNameOf?: ((division: Division) => string | undefined) | undefined;
  readonly outside?: OutsideOffices | undefined;
  /** By what people are tried, where the province has that otherwise. */
  readonly order?: NotificationOrder | undefined;
  /** Where the staff's desk is found; only where people are told. */
  readonly desk?: string | undefined;
  /** 重点标记; only where people may set them. */
  readonly marks?: MarkRules | undefined;
  /** 污染细类, by their codes; only where people may reclassify or split. */
  readonly subtypes?: Subtypes | undefined;
}

/** The rules, the moment, and who acts. */
export interface Context extends CaseRules {
  readonly now: Instant;
  readonly actor: Actor;
  /** The other case that a command names (`namedBy`), as it stands now. */
  readonly namedCase?: Case | undefined;
  /** Media types of the uploads that a command names (`uploadsOf`), as far as they are kept. */
  readonly kept?: ReadonlyMap<string, string> | undefined;
}
