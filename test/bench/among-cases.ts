import { amongOpenCases, FEW } from './filled-tables.ts';
import { listsAmong, ROLL_UPS, WORKLIST } from './lists.ts';
import { DUE } from './open-cases.ts';
import { milliseconds, type Row } from './row.ts';
import { sweepAmong } from './sweep.ts';
import type { BenchTables } from './tables.ts';

/** How many open cases there are. */
const MANY = Number(process.env.HUIYIN_BENCH_CASES ?? 1_000_000);
/** At most so much more than among few. */
const ALLOWED = 1.1;

interface Found {
  readonly sweep: Awaited<ReturnType<typeof sweepAmong>>;
  readonly worklist: number;
  readonly rollUps: number;
  /** The most that this process held while it asked, in MB. */
  readonly memory: number;
}

/**
 * What a sweep, the first page of a worklist and ten questions about the province cost among very many open cases,
 * against the same among few. `HUIYIN_BENCH_CASES` sets how many.
 */
export async function measureAmongCases(assembly: string): Promise<Row[]> {
  const { few, many } = await amongOpenCases(MANY, assembly, asked);
  return rowsOf(few, many);
}

async function asked(tables: BenchTables): Promise<Found> {
  await listsAmong(ROLL_UPS, 'province', tables);
  const before = process.memoryUsage().rss;
  const sweep = await sweepAmong(tables);
  const worklist = await listsAmong(WORKLIST, 'county', tables);
  const rollUps = await listsAmong(ROLL_UPS, 'province', tables);
  return { sweep, worklist, rollUps, memory: Math.max(0, process.memoryUsage().rss - before) / 2 ** 20 };
}

function rowsOf(few: Found, many: Found): Row[] {
  const units = (what: string, of: (found: Found) => number): Row => ({
    what: `${what} among ${MANY} open cases`,
    measured: `${of(many)} read units`,
    baseline: `${of(few)} among ${FEW}`,
    ratio: of(many) / of(few),
    budget: '≤ 1.1 ×',
    met: of(many) <= ALLOWED * of(few),
  });
  return [
    {
      ...units(`sweep: find ${DUE} due`, ({ sweep }) => sweep.units),
      met: few.sweep.isWhole && many.sweep.isWhole && many.sweep.scanned === few.sweep.scanned,
    },
    units('first page of a worklist', ({ worklist }) => worklist),
    units(`${ROLL_UPS.length} questions about the province`, ({ rollUps }) => rollUps),
    {
      what: 'memory that answering them took',
      measured: `${many.memory.toFixed(1)} MB more`,
      baseline: `${few.memory.toFixed(1)} MB more among ${FEW}`,
      budget: 'flat: ≤ 32 MB more',
      met: many.memory <= few.memory + 32,
    },
    {
      what: 'sweep: time',
      measured: milliseconds(many.sweep.time),
      baseline: `${milliseconds(few.sweep.time)} among ${FEW}`,
      ratio: many.sweep.time / few.sweep.time,
      budget: 'none set',
    },
  ];
}
