/** What became of the messages that one provider was given within one window. */
export interface Handled {
  readonly all: number;
  /** Not taken, of unknown outcome, or slower than the target. */
  readonly bad: number;
}

/** By provider; one that was given nothing may be missing. */
export type Window = Readonly<Record<string, Handled>>;

/** 通道切换: when a provider loses its turn. */
export interface FailoverRule {
  readonly windowSeconds: number;
  /** A message that takes longer is a bad one. */
  readonly targetMs: number;
  /** This share of bad ones, and at least so many, make a bad window. */
  readonly share: number;
  readonly least: number;
}

export const FAILOVER: FailoverRule = { windowSeconds: 900, targetMs: 5_000, share: 0.15, least: 2 };

/** After a bad window a quarter of the messages comes back with each window that follows. */
export const WINDOWS_BACK = 4;

/**
 * In which order providers are tried for a message: as the province names them, those that do badly last. `windows`:
 * the one that runs, then those before it, up to `WINDOWS_BACK`. The same message has the same order in a window.
 */
export function turnsOf(
  providers: readonly string[],
  windows: readonly Window[],
  rule: FailoverRule,
  messageId: string,
): readonly string[] {
  const quarter = quarterOf(messageId);
  const hasItsTurn = (name: string) => quarter < quartersOf(name, windows, rule);
  return [...providers.filter(hasItsTurn), ...providers.filter((name) => !hasItsTurn(name))];
}

/** How many quarters of the messages a provider gets. */
function quartersOf(name: string, windows: readonly Window[], rule: FailoverRule): number {
  const age = windows.findIndex((window) => isBad(window[name], rule));
  return age < 0 ? WINDOWS_BACK : age;
}

const isBad = (handled: Handled | undefined, { share, least }: FailoverRule): boolean =>
  handled !== undefined && handled.bad >= least && handled.bad >= share * handled.all;

/** Spreads messages evenly: 0 to 3. */
function quarterOf(messageId: string): number {
  let sum = 0;
  for (const character of messageId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return sum % WINDOWS_BACK;
}
