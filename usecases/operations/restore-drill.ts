import type { TableState } from './move-state.ts';

/** What a table has beside its items, as far as anything of ours needs it. */
export interface TableShape {
  /** Its keys, and those of each index, as text: "pk,sk" and "due:duePk,dueAt". */
  readonly keys: readonly string[];
  /** 数据流: which image it carries; undefined where it has none. */
  readonly stream: string | undefined;
  /** The attribute by which items end. */
  readonly expiry: string | undefined;
  /** The key under which it lies. */
  readonly encryption: string | undefined;
  readonly isProtected: boolean;
  /** Whether it can be restored to any second; undefined where the service keeps no backups. */
  readonly isBackedUp: boolean | undefined;
}

export interface RestoreDeps {
  /** Makes the table anew out of what the other held: a restored one lacks stream, expiry, backups and protection. */
  readonly restore: (from: string, to: string) => Promise<void>;
  /** Gives it what the other has beside its items, and answers with the address of its stream. */
  readonly equip: (from: string, to: string) => Promise<string | undefined>;
  readonly shapeOf: (table: string) => Promise<TableShape>;
  readonly stateOf: (table: string) => Promise<TableState>;
}

export interface RestoredTable {
  /** As the setting has it: "vault". */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Of the new table; undefined where it has none. */
  readonly stream: string | undefined;
  /** What the table at work holds now, and what the new one holds. */
  readonly held: TableState;
  readonly holds: TableState;
  /** Parts in which the new table is not as the other. */
  readonly differs: readonly (keyof TableShape)[];
}

type Named = Pick<RestoredTable, 'name' | 'from' | 'to'>;

/** 恢复演练: every table made anew beside those at work, equipped, and compared with them. Nothing is switched. */
export const restoreTables = (tables: readonly Named[], deps: RestoreDeps): Promise<readonly RestoredTable[]> =>
  Promise.all(tables.map((table) => restoreOne(table, deps)));

async function restoreOne({ name, from, to }: Named, deps: RestoreDeps): Promise<RestoredTable> {
  await deps.restore(from, to);
  const stream = await deps.equip(from, to);
  const [wanted, got] = [await deps.shapeOf(from), await deps.shapeOf(to)];
  const parts = Object.keys(wanted) as (keyof TableShape)[];
  const differs = parts.filter((part) => JSON.stringify(wanted[part]) !== JSON.stringify(got[part]));
  return { name, from, to, stream, held: await deps.stateOf(from), holds: await deps.stateOf(to), differs };
}

/** 恢复后的数据表: the setting of the province file that puts them to work. */
export const settingOf = (restored: readonly RestoredTable[]) => ({
  tables: Object.fromEntries(
    restored.map(({ name, to, stream }) => [name, { name: to, ...(stream !== undefined && { stream }) }]),
  ),
});
