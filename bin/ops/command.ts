import type { ParseArgsOptionsConfig } from 'node:util';
import type { OpsStack, Place } from './connect.ts';

/** What was asked for: every option by its name, and the arguments beside them. */
export interface Asked {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

interface Described {
  /** Its arguments beside those of all commands, such as "RECEIPT|TRACE|ORDER|CASE"; empty for none. */
  readonly takes: string;
  /** What it does, for --help: in English, and in Chinese. */
  readonly does: readonly [english: string, chinese: string];
  readonly options?: ParseArgsOptionsConfig;
  /** The fewest and the most arguments beside the options. */
  readonly positionals?: readonly [fewest: number, most: number];
  /** Why it cannot be done as asked, before anything is reached; undefined where it can. */
  readonly faultIn?: (asked: Asked) => string | undefined;
}

/** Works on a stack that runs. */
interface OnStack extends Described {
  readonly run: (asked: Asked, stack: OpsStack) => Promise<Outcome>;
}

/** Works where nothing need be deployed yet. */
interface BeforeDeploy extends Described {
  readonly prepare: (asked: Asked, place: Place) => Promise<Outcome>;
}

/** One command of `npm run ops`. */
export type OpsCommand = OnStack | BeforeDeploy;

export interface Outcome {
  /** For people. No name, number, address or word of anybody. */
  readonly lines: readonly string[];
  /** The same for programs, where they ask with --json. */
  readonly json?: unknown;
  /** Something hurts people, or could not be done: exit code 1. */
  readonly failed?: boolean;
}
