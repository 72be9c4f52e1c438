/** How often one label was told rightly, told wrongly, and missed. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function countOf(pairs: Iterable<{ readonly told: boolean; readonly official: boolean }>): Count {
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const { told, official } of pairs) {
    if (told && official) count.right += 1;
    else if (told) count.wrong += 1;
    else if (official) count.missed += 1;
  }
  return count;
}

/** 0 where a share has nothing to be a share of. */
export function scoresOf({ right, wrong, missed }: Count): Scores {
  return {
    precision: shareOf(right, right + wrong),
    recall: shareOf(right, right + missed),
    f1: shareOf(2 * right, 2 * right + wrong + missed),
  };
}

export function totalOf(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { right, wrong, missed }) => ({
      right: sum.right + right,
      wrong: sum.wrong + wrong,
      missed: sum.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
}

export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** One line such as "大气  P 0.92  R 1.00  F1 0.96  (11 right, 1 wrong, 0 missed)". */
export function lineOf(label: string, count: Count): string {
  const { precision, recall, f1 } = scoresOf(count);
  const figures = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  return `${label}  ${figures}  (${count.right} right, ${count.wrong} wrong, ${count.missed} missed)`;
}
