import type { Instant } from '../calendar/day.ts';
import type { Case } from '../case/case.ts';
import type { WayFacts } from '../case/outside/handling-ways.ts';
import type { Mark } from './marks.ts';

/** What a row has of the state of a case as it is. */
export type RowSource = Pick<
  Case,
  'status' | 'channel' | 'flags' | 'place' | 'order' | 'inspection' | 'accused' | 'officers' | 'news' | 'waysSent'
> & {
  readonly classification: Pick<Case['classification'], 'types' | 'matter' | 'otherMatters' | 'competent' | 'urgency'>;
};

/** What a row has that the rules made of it. */
interface Derived {
  readonly id: string;
  readonly receivedAt: Instant;
  /** The deadline that comes first; none where no period runs. */
  readonly dueAt?: Instant | undefined;
  readonly marks: readonly Mark[];
  readonly lead: string;
  /** The organ that the first deadline waits for. */
  readonly waitsFor: string;
  readonly extendedTo?: Instant | undefined;
}

/** A case as a list knows it: what it is sorted, grouped, counted and filtered by, and no more, for lists are long. */
export interface Row extends Derived, WayFacts, Pick<Case, 'status' | 'channel' | 'flags' | 'accused'> {
  readonly receivedAt: Instant;
  readonly extendedTo?: Instant | undefined;
  readonly types: readonly string[];
  /** Full name of where it is. */
  readonly place?: string | undefined;
  /** 工单编号, and batch and item of an inspection. */
  readonly numbers: readonly string[];
  /** The ways by which it was sent, to whomever. */
  readonly sentBy: readonly string[];
  /** 责任人, by their `sub`. */
  readonly officers: readonly string[];
  /** Number of the last event that was no mere reminder, and the `sub` of who caused it. */
  readonly news: number;
  readonly newsBy?: string | undefined;
}

export function rowFrom(source: RowSource, derived: Derived): Row {
  const { status, channel, flags, place, order, inspection, accused, officers = [], news, classification } = source;
  const sentBy = [...new Set(source.waysSent?.map(({ way }) => way))];
  const { types, matter, otherMatters = [], competent, urgency } = classification;
  return {
    ...derived,
    ...{ status, channel, flags, accused, types, competent, urgency, sentBy },
    place: place && `${place.name}${place.town?.name ?? ''}`,
    numbers: [...(order ? [order.number] : []), ...(inspection ? [`${inspection.batch}/${inspection.item}`] : [])],
    officers: officers.map(({ sub }) => sub),
    news: news?.seq ?? 1,
    newsBy: news?.by,
    isInspection: inspection !== undefined,
    matters: [matter, ...otherMatters],
  };
}
