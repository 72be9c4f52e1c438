import type { TableRow } from '../../domain/partners/order-list.ts';

/** `unreadable` says why, in Chinese, and quotes nothing. */
export type TableReading =
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'unreadable'; readonly reason: string };
