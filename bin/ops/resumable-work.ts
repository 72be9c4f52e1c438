import { appendFileSync, closeSync, existsSync, writeSync } from 'node:fs';
import * as z from 'zod';
import type { PartDone } from '../../usecases/operations/drive-recompute.ts';
import { jsonOf, linesOf } from '../data-rows.ts';
import { CannotUse } from '../ending.ts';
import { openNew } from '../new-file.ts';

/** What is to be done: it stays the same, however often the work is taken up again. */
const Order = z.object({
  province: z.string(),
  policy: z.string().optional(),
  isApplied: z.boolean(),
  time: z.string(),
});
type Order = z.infer<typeof Order>;

const Begun = z.object({ order: Order, ids: z.array(z.string()) });
const Done = z.object({ part: z.int(), changed: z.int(), failed: z.int() });

/** Work that is done in parts, and may be interrupted. */
export interface Work {
  readonly order: Order;
  readonly ids: readonly string[];
  /** The parts that are done, those of earlier runs too. */
  readonly parts: () => readonly z.infer<typeof Done>[];
  /** Those of them in which everything was done. */
  readonly done: () => ReadonlySet<number>;
  readonly put: (part: PartDone) => void;
  /** What changed in this run. */
  readonly shown: PartDone['cases'][number][];
}

/** Takes up the work of that file, or begins it with these ids; without a file it is forgotten. Another order in the file is an error. */
export async function openWork(file: string | undefined, order: Order, all: () => Promise<string[]>): Promise<Work> {
  const earlier = file !== undefined && existsSync(file) ? readWork(file, order) : undefined;
  const ids = earlier?.ids ?? (await all());
  if (file !== undefined && !earlier) begin(file, { order, ids });
  const parts = new Map((earlier?.done ?? []).map((one) => [one.part, one]));
  const shown: Work['shown'] = [];
  return {
    order: earlier?.order ?? order,
    ids,
    shown,
    parts: () => [...parts.values()],
    done: () => new Set([...parts.values()].filter(({ failed }) => failed === 0).map(({ part }) => part)),
    put({ cases, ...part }) {
      parts.set(part.part, Done.parse(part));
      shown.push(...cases);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(Done.parse(part))}\n`);
    },
  };
}

function begin(file: string, content: z.infer<typeof Begun>): void {
  const output = openNew(file);
  writeSync(output, `${JSON.stringify(content)}\n`);
  closeSync(output);
}

function readWork(file: string, order: Order) {
  const [begun, ...done] = linesOf(file).map(([line]) => jsonOf(line));
  const content = Begun.safeParse(begun).data;
  if (!content) throw new CannotUse(`${file} is no work of this command`);
  const isSame = (['province', 'policy', 'isApplied'] as const).every((name) => content.order[name] === order[name]);
  if (!isSame) throw new CannotUse(`${file} was begun for something else`);
  // The last line may have been cut short.
  return { ...content, done: done.flatMap((one) => Done.safeParse(one).data ?? []) };
}
