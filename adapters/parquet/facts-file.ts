import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Fact } from '../../domain/facts/daily-facts.ts';

type Column = readonly [
  name: string,
  type: 'STRING' | 'INT32' | 'TIMESTAMP' | 'BOOLEAN',
  read: (fact: Fact) => unknown,
];

/** A column may be added at the end; none is ever renamed or given another type. */
const COLUMNS: readonly Column[] = [
  ['occurred_at', 'TIMESTAMP', ({ occurredAt }) => new Date(occurredAt)],
  ['case_hash', 'STRING', ({ caseHash }) => caseHash],
  ['seq', 'INT32', ({ seq }) => seq],
  ['event', 'STRING', ({ event }) => event],
  ['channel', 'STRING', ({ channel }) => channel],
  ['types', 'STRING', ({ types }) => types.join('、')],
  ['matter', 'STRING', ({ matter }) => matter],
  ['urgency', 'STRING', ({ urgency }) => urgency],
  ['division', 'STRING', ({ division }) => division],
  ['lead', 'STRING', ({ lead }) => lead],
  ['status', 'STRING', ({ status }) => status],
  ['days_to_answer', 'INT32', ({ daysToAnswer }) => daysToAnswer],
  ['is_part', 'BOOLEAN', ({ isPart }) => isPart],
];

/** A day of one province as a Parquet file. The same facts are the same bytes. */
export function factsFile(facts: readonly Fact[]): Uint8Array {
  const columnData = COLUMNS.map(([name, type, read]) => {
    const data = facts.map((fact) => read(fact) ?? null);
    return { name, type, nullable: true, data };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'huiyin' }));
}
