import type { Deed } from './deeds.ts';
import type { LimitUnit } from './written-limit.ts';

/**
 * What an order can say, each as one text. Batch and item are those of an inspection; `followUpId` is the number of a
 * follow-up itself; `limit` is by when it is to be done.
 */
export const ORDER_FIELDS = [
  ...(['externalId', 'followUpId', 'timestamp', 'text', 'address', 'division', 'latitude', 'longitude'] as const),
  ...(['target', 'occurredAt', 'name', 'phone', 'email', 'batch', 'item', 'limit'] as const),
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** Where a partner says something. */
export interface Source {
  /**
   * Names of a field: dotted for nested ones ("caller.phone"), or the heading of a column. The first that has a value
   * counts.
   */
  readonly from: readonly string[];
  /** Put before the value, with a colon, where several sources make one text. */
  readonly label?: string | undefined;
  /** Name of the table that turns its values into ours. */
  readonly codes?: string | undefined;
  /** How a time may be written, such as "yyyy-MM-dd HH:mm:ss". It becomes an instant. */
  readonly written?: readonly string[] | undefined;
  /** What a bare number counts, of a `limit`. */
  readonly unit?: LimitUnit | undefined;
}

export interface CodeTable {
  /** Of a value that is not in the table: the order is refused, nothing is said, or it stays as it is. */
  readonly unknown: 'refuse' | 'leave-out' | 'keep';
  readonly values: Readonly<Record<string, string>>;
}

/** How one kind of partner writes its orders: data, so that a new partner needs no code. */
export interface PartnerFormat {
  readonly title: string;
  /** Where the names come from, and how sure they are. */
  readonly note: string;
  /** The map that its coordinates are of: those published in mainland China use GCJ-02. */
  readonly coordinates: 'WGS-84' | 'GCJ-02';
  /** Offset of its times from UTC, such as "+08:00". */
  readonly zone: string;
  /** Texts that mean "nothing", such as 无. */
  readonly blank: readonly string[];
  /** Which field tells what the order is; an order that says nothing is `otherwise`. */
  readonly deed: {
    readonly from: readonly string[];
    readonly values: Readonly<Record<string, Deed>>;
    readonly otherwise: Deed;
  };
  /** Several sources are joined line by line. */
  readonly fields: Readonly<Partial<Record<OrderField, readonly Source[]>>>;
  /** What an order that opens a matter must say. */
  readonly required: readonly OrderField[];
  readonly codes: Readonly<Record<string, CodeTable>>;
}
