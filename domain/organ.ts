import type { Instant } from './calendar/day.ts';

/** 经办人, 分管负责人, 值班室: whom a notice to an organ may reach. */
export type ContactRole = 'handler' | 'deputy' | 'leader' | 'duty';

/** A member of staff or a duty desk, reached at work. */
export interface RosterContact {
  readonly role: ContactRole;
  readonly name: string;
  readonly email?: string | undefined;
  /** E.164 or an 11-digit mainland number. */
  readonly phone?: string | undefined;
  /** Away, both ends included: notices go to the deputy, then the duty desk, then the level above. */
  readonly absent?: readonly { readonly from: Instant; readonly to: Instant }[] | undefined;
}

/** 责任单位: a bureau, department or office that can own a case. */
export interface Organ {
  /** Stable and unique within the province, such as "heyang-ecology". */
  readonly id: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
  /** Six-digit GB/T 2260 code of the area it answers for. */
  readonly division: string;
  /** Its line of work: which matters it may lead. */
  readonly department: string;
  /** Whom it answers to; none for the top of a line. */
  readonly superior?: string | undefined;
  readonly contacts: readonly RosterContact[];
}

/** Every organ of the province, by id. */
export type Organs = ReadonlyMap<string, Organ>;
