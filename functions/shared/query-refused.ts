import { count } from './count.ts';
import { Refusal } from './problem.ts';

/** A refusal of a receipt and a query code that do not belong together, counted. */
export function queryRefused(): Refusal {
  count('QueryRefused');
  return new Refusal('no-such-complaint');
}
