import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { measureRepeats, repeatLines } from '../../bin/evaluation/repeats.ts';
import { relationOf } from '../../domain/repeats/relation.ts';
import { key, rules, sketched } from '../domain/repeats/shipped-rules.ts';

const cases = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'cases');

const row = z.union([
  z.object({
    kind: z.literal('event_member'),
    id: z.string(),
    event_id: z.string(),
    title: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('hard_negative_pair'),
    ...{
      a: z.string(),
      b: z.string(),
      title_a: z.string(),
      title_b: z.string(),
      text_a: z.string(),
      text_b: z.string(),
    },
  }),
]);

const rowsOf = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(join(cases, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));

const scores = (textOf: (title: string, text: string) => string) => {
  const rows = rowsOf('repeats-dev.jsonl', row);
  const known = rows.flatMap((one) =>
    one.kind === 'event_member' ? [{ id: one.id, event: one.event_id, text: textOf(one.title, one.text) }] : [],
  );
  const hardNegatives = rows.flatMap((one) =>
    one.kind === 'hard_negative_pair'
      ? [
          {
            id: `${one.a} ${one.b}`,
            texts: [textOf(one.title_a, one.text_a), textOf(one.title_b, one.text_b)] as const,
          },
        ]
      : [],
  );
  return measureRepeats(known, hardNegatives, rules, key);
};

describe.skipIf(!existsSync(cases))('repeats among real complaints (needs ../shared/data)', () => {
  it.each([
    ['with their titles', (title: string, text: string) => `${title}\n${text}`],
    ['without their titles', (_: string, text: string) => text],
  ])('are joined rightly %s', (name, textOf) => {
    const measured = scores(textOf);
    console.log([name, ...repeatLines(measured)].join('\n'));
    expect(measured.precision).toBeGreaterThanOrEqual(0.95);
    expect(measured.recall).toBeGreaterThanOrEqual(0.85);
    expect(measured.found).toBeGreaterThanOrEqual(0.85);
    expect(measured.joinedHardNegatives).toEqual([]);
  });

  it('are hardly ever seen where there are none: 1.2 million pairs of other messages', () => {
    const message = z.object({ text: z.string(), title: z.string().nullish() });
    const sketches = rowsOf('messages-dev.jsonl', message).map(({ title, text }) =>
      sketched(`${title ?? ''}\n${text}`),
    );
    const since = { daysAgo: 10, ended: false };
    const joined = sketches.flatMap((recent, i) =>
      sketches.slice(0, i).filter((earlier) => relationOf(recent, earlier, since, rules).relation === 'same-matter'),
    );
    console.log(`pairs joined among ${sketches.length} messages: ${joined.length}`);
    expect(joined.length).toBeLessThan(25);
  });
});
