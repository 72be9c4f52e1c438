import { describe, expect, it } from 'vitest';
import { receiptOf } from './support/citizens.ts';
import { put, readCaseTable } from './support/inside.ts';
import { afterAllIsDone, demoProvince } from './support/running.ts';

const stack = demoProvince('2026-09-10T02:00:00.000Z');
const NOISE = { text: '小区对面KTV半夜噪声扰民。', address: '禾阳市穗安区星光路' };

describe('a poison message', () => {
  it.each([
    ['register', 'no JSON', 'not JSON {', 'SyntaxError'],
    ['register', 'no receipt', '{"receipt":5}', 'ZodError /receipt'],
    ['register', 'a receipt of nothing', '{"receipt":"QH-0000-0000-0000"}', 'no such complaint'],
    ['notices', 'no JSON', 'notice', 'SyntaxError'],
    ['notices', 'no notice', '{"id":"x"}', 'ZodError'],
    ['mail', 'no JSON', '[', 'SyntaxError'],
    ['mail', 'no event of S3', '{"Records":[{"s3":{}}]}', 'ZodError'],
    ['mail', 'a key that cannot be read', mailEvent('mail/%E4%B8'), 'key not encoded as S3 does'],
  ])('in the queue %s (%s) is set aside with its reason and holds nobody up', async (queue, _, body, reason) => {
    const before = await afterAllIsDone(stack());
    const told = (await readCaseTable(stack())).deliveries.size;
    await put(stack(), queue, body);
    await receiptOf(stack(), NOISE);
    const after = await afterAllIsDone(stack());
    expect(after.cases).toBe(before.cases + 1);
    // Sent, or put by for the next list.
    expect((await readCaseTable(stack())).deliveries.size).toBeGreaterThan(told);
    expect(after.deadLetters).toBe(before.deadLetters + 1);
    const letter = stack()
      .deadLetters()
      .find((one) => one.queue === `huiyin-demo-${queue}-dead-letters` && one.body === body);
    expect(letter?.attributes.reason).toContain(reason);
  });

  it('that fails for a passing reason each time is set aside after five receives, with its reason', async () => {
    const before = await afterAllIsDone(stack());
    const body = mailEvent('mail/never-there');
    await put(stack(), 'mail', body);
    await afterAllIsDone(stack());
    const letters = stack().deadLetters();
    expect(letters).toHaveLength(before.deadLetters + 1);
    expect(letters.find((one) => one.body === body)?.attributes.reason).toBe('AccessDenied');
  });

  it('says nothing personal in its reason', () => {
    for (const { attributes } of stack().deadLetters()) expect(attributes.reason).toMatch(/^[\x20-\x7e]{1,200}$/);
  });
});

function mailEvent(key: string): string {
  return JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key, size: 100 } } }] });
}
