/** How sure a rule is: A the text itself was read, B an official site, C a copy, S the founding papers, K nobody has checked it. */
export type Confidence = 'A' | 'B' | 'C' | 'S' | 'K';

/** 事项: whose business a kind of complaint is by law, unless the city has decided otherwise. */
export interface Matter {
  /** For people. */
  readonly name: string;
  /** Department that leads; none where no department of the province's table does. */
  readonly lead?: string | undefined;
  readonly assisting: readonly string[];
  readonly basis: string;
  readonly confidence: Confidence;
  /** Must be true where the confidence is K: it is shown as a guess, never as a rule. */
  readonly needsVerification?: boolean | undefined;
  /** What a reader must know, such as that the law leaves the choice to the local government. */
  readonly note?: string | undefined;
}

export interface Matters {
  readonly version: string;
  /** Names of the departments, for people. */
  readonly departments: Readonly<Record<string, string>>;
  readonly matters: Readonly<Record<string, Matter>>;
}

/** The department whose matters are the bureau's own. */
export const OWN_DEPARTMENT = 'ecology';
