import type { Day } from '../calendar/day.ts';

/** 法律依据 as it was on the day of routing: the text that people saw, and the provision where a law is the basis. */
export interface RouteBasis {
  readonly day: Day;
  readonly text: string;
  readonly provision?: string | undefined;
}

/** To whom a case goes, and why. */
export interface Route {
  /** 主办单位: organ id. */
  readonly lead: string;
  /** 协办单位: organ ids. */
  readonly assisting: readonly string[];
  /** Id of the rule that decided; "catch-all" when none matched. */
  readonly rule: string;
  /** None where no rule decided, and in routes from before it was kept. */
  readonly basis?: RouteBasis | undefined;
  readonly trace: readonly string[];
}
