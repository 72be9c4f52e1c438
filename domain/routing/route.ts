/** To whom a case goes, and why. */
export interface Route {
  /** 主办单位: organ id. */
  readonly lead: string;
  /** 协办单位: organ ids. */
  readonly assisting: readonly string[];
  /** Id of the rule that decided; "catch-all" when none matched. */
  readonly rule: string;
  readonly trace: readonly string[];
}
