/** One line of the report: what was measured, against what, and whether it keeps its budget. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it is held against, measured in the same run. */
  readonly baseline: string;
  /** Measured over baseline; the host's speed cancels out. */
  readonly ratio?: number | undefined;
  readonly budget: string;
  /** Without one where no budget is set. */
  readonly met?: boolean;
}

const HEADINGS = ['what', 'measured', 'baseline', 'ratio', 'budget', 'met'] as const;

/** The report, in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, baseline, ratio, budget, met }) => [
    ...[
      what,
      measured,
      baseline,
      ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
      budget,
      met === undefined ? '–' : met ? 'yes' : 'NO',
    ],
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(HEADINGS), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** The value below which that share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
