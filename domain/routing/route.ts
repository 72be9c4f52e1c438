import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

/** 主办、协办单位, by their ids. */
export const holders = { lead: z.string(), assisting: listOf(z.string()) };

export const RouteSchema = stored({
  ...holders,
  /** Id of the rule that decided; "catch-all" when none matched. */
  rule: z.string(),
  trace: listOf(z.string()),
});

/** To whom a case goes, and why. */
export type Route = Readonly<z.infer<typeof RouteSchema>>;
