import type { SimulatedClock } from '../clock.ts';

export interface LogLine {
  /** Simulated time. */
  readonly at: string;
  readonly functionName: string;
  readonly line: string;
}

/** What the functions printed: the last few thousand lines. */
export interface LogBook {
  of(functionName: string): (line: string) => void;
  lines(): readonly LogLine[];
}

const KEPT = 5_000;

/** `echo` gets each line as well, when somebody wants to watch. */
export function logBook(clock: SimulatedClock, echo?: (line: LogLine) => void): LogBook {
  let lines: LogLine[] = [];
  return {
    of: (functionName) => (line) => {
      const entry = { at: clock.now(), functionName, line };
      lines.push(entry);
      if (lines.length > 2 * KEPT) lines = lines.slice(-KEPT);
      echo?.(entry);
    },
    lines: () => lines.slice(-KEPT),
  };
}
