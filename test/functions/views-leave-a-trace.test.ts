import { describe, expect, it } from 'vitest';
import { consoleOf } from '../support/messages.ts';
import { CASE, CLAIMS, COMMAND, EVENTS, LIST, NOTICES, office } from '../support/office.ts';

type Line = Readonly<Record<string, unknown>>;

/** What one request writes to the log. */
async function logged(
  work: () => Promise<unknown>,
): Promise<{ readonly lines: readonly Line[]; readonly text: string }> {
  const text = await consoleOf(work);
  return { text, lines: text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : [])) };
}

const viewsIn = (lines: readonly Line[]) => lines.filter(({ event }) => event === 'case-viewed');

describe('who reads a case', () => {
  it.each([
    ['itself', CASE, 'case'],
    ['of what happened to it', EVENTS, 'events'],
    ['of what was told because of it', NOTICES, 'notices'],
  ])('%s is on record: person, organ, case and request', async (_, route, view) => {
    const { receipt, call } = await office();
    const { lines } = await logged(() => call(route, { id: receipt }));
    const { sub, organ } = CLAIMS;
    expect(viewsIn(lines)).toEqual([
      { event: 'case-viewed', caseId: receipt, view, organ, sub, traceId: expect.stringMatching(/./) },
    ]);
  });

  it('is told apart from another of the same name and organ', async () => {
    const { receipt, call } = await office();
    const subs = ['p-1', 'p-2'];
    const { lines } = await logged(async () => {
      for (const sub of subs) await call(CASE, { id: receipt, claims: { ...CLAIMS, sub } });
    });
    expect(viewsIn(lines).map(({ sub }) => sub)).toEqual(subs);
  });

  it.each([
    ['being of another organ', { ...CLAIMS, organ: 'neighbour' }, undefined],
    ['naming no case that there is', CLAIMS, 'QH-0000-0000-0000'],
    ['being nobody', { organ: 'county' }, undefined],
  ])('and is refused, for %s, has viewed nothing', async (_, claims, id) => {
    const { receipt, call } = await office();
    for (const route of [CASE, EVENTS]) {
      const { lines } = await logged(() => call(route, { claims, id: id ?? receipt }));
      expect(viewsIn(lines)).toEqual([]);
    }
  });

  it('leaves nothing of complainants in the log, nor their own name', async () => {
    const { receipt, call } = await office();
    for (const route of [CASE, EVENTS]) {
      const { text } = await logged(() => call(route, { id: receipt }));
      for (const personal of ['钱测试', '13911112222', 'qian@', '浇筑', '新河路', '某工地', '经办人'])
        expect(text).not.toContain(personal);
    }
  });

  it('has not read it by a list or by a command', async () => {
    const { receipt, call } = await office();
    const list = await logged(() => call(LIST));
    const command = await logged(() => call(COMMAND, { id: receipt, body: { type: 'accept', expectedVersion: 1 } }));
    expect([...viewsIn(list.lines), ...viewsIn(command.lines)]).toEqual([]);
  });
});
