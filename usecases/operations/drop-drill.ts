/** Tables as far as a drill that is over needs them. */
export interface DrillTables {
  all(): Promise<readonly string[]>;
  /** Takes one away with its backups. */
  drop(table: string): Promise<void>;
}

/** When a drill was: the end of the names of its tables. */
const DRILLED = /-(\d{14})$/;

/** The name of a table that a drill makes of that one, be it one of an earlier drill that was put to work. */
export const drilledName = (table: string, stamp: string): string => `${table.replace(DRILLED, '')}-${stamp}`;

/** The tables that drills left beside those at work, by drill, the oldest first. What is at work is none of them. */
export async function drillsBeside(
  atWork: readonly string[],
  { all }: Pick<DrillTables, 'all'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Set(atWork);
  const ours = new Set(atWork.map((table) => drilledName(table, '')));
  const left = (await all()).filter((table) => !names.has(table) && ours.has(drilledName(table, '')));
  const made = left.filter((table) => DRILLED.test(table)).map((table) => [DRILLED.exec(table)![1]!, table] as const);
  const stamps = [...new Set(made.map(([stamp]) => stamp))].toSorted();
  return new Map(stamps.map((stamp) => [stamp, made.filter(([one]) => one === stamp).map(([, table]) => table)]));
}
