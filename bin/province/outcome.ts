/** What was asked of a province on the command line. */
export interface Command {
  /** Empty where all provinces are meant. */
  readonly name: string;
  /** The folder of the files, config/ by default. */
  readonly config: string;
  readonly division?: string | undefined;
  readonly region?: string | undefined;
  readonly letters?: string | undefined;
  readonly people?: string | undefined;
  /** A file for each stack. */
  readonly against?: readonly string[] | undefined;
  /** A month. */
  readonly complaints?: string | undefined;
  /** Sizes, such as 1,4. */
  readonly waves?: string | undefined;
}

export interface Outcome {
  /** For people. */
  readonly lines: readonly string[];
  readonly failed?: boolean;
}

export const failure = (...lines: readonly string[]): Outcome => ({ lines, failed: true });
