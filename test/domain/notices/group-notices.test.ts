import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../domain/notices/matter-lines.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import type { Organ } from '../../../domain/organs.ts';
import { asOne, messagesOf, type Ready } from '../../../usecases/notices/sending/list-messages.ts';
import { caseAfter, registeredAt, swept } from '../../support/cases.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')), swept(beijing('2026-07-20 09:00')));

const withRobots = (changes: Partial<Rules> = {}) => {
  const all = rules();
  const organs = new Map(
    [...all.organs].map(([id, organ]): [string, Organ] => [id, { ...organ, robot: `${id}-duty` }]),
  );
  return { ...all, organs, desk: 'https://desk.qinghe.example', ...changes };
};

const told = (all: Rules = withRobots()) =>
  events.flatMap((event) => noticesFor(event, state, all)).filter(({ id }) => id.endsWith('#group#robot'));

describe('a working group', () => {
  it('is told what is late: kind, receipt, duty, deadline and where the case is, and nothing else', () => {
    expect(told().map(({ sms }) => sms.values)).toMatchObject([{ kind: '超期' }, { kind: '督办' }, { kind: '督办' }]);
    for (const { subject, text, addresses } of told()) {
      expect(text).toMatch(
        new RegExp(
          `^【(督办|超期)】${state.id}\n应办：[^\n]+\n期限：[^\n]+\nhttps://desk\\.qinghe\\.example/desk/cases/${state.id}$`,
        ),
      );
      expect(subject).toBe(text.split('\n')[0]);
      expect(addresses).toEqual([
        { transport: 'robot', organ: expect.any(String), role: 'group', to: expect.stringMatching(/-duty$/) },
      ]);
    }
  });

  it('reads no name, number or place of anybody', () => {
    const people = [...rules().organs.values()].flatMap(({ contacts }) =>
      contacts.flatMap(({ name, phone, email }) => [name, phone, email]),
    );
    const words = told()
      .map(({ text, sms }) => `${text} ${JSON.stringify(sms.values)}`)
      .join('\n');
    for (const word of [...people, state.place?.name, state.title]) if (word) expect(words).not.toContain(word);
  });

  it('is told once for each letter, under an id of its own, the same each time', () => {
    const ids = told().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told().map(({ id }) => id)).toEqual(ids);
  });

  it('reads what is late of a morning as one message, with a line for each case, ten at most', () => {
    const [late] = told().filter(({ subject }) => subject.startsWith('【督办】'));
    const waiting = Array.from({ length: 12 }, (_, n) => {
      const caseId = `QH-0000-0000-00${10 + n}`;
      const notice = { ...late!, id: `${caseId}#4#county#group#robot`, caseId };
      const delivery = { state: 'waiting', version: 1, attempts: [], claimedBy: '', claimedAt: late!.at } as const;
      return { notice, delivery, address: notice.addresses[0] };
    });
    const [ten, two] = messagesOf(waiting) as [[Ready, ...Ready[]], [Ready, ...Ready[]]];
    expect([ten.length, two.length]).toEqual([10, 2]);
    const { whole, parts } = asOne(two, 'robot', late!.at, withRobots());
    const { duty, due } = late!.sms.values as { duty: string; due: string };
    expect(whole.text).toBe(
      [
        '【清单】共2件：督办2件',
        `1. 【督办】QH-0000-0000-0020：${duty}，期限：${due}`,
        `2. 【督办】QH-0000-0000-0021：${duty}，期限：${due}`,
        '在工作台逐件打开：https://desk.qinghe.example/desk',
      ].join('\n'),
    );
    expect(parts.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^1\. .*0020/),
      expect.stringMatching(/^2\. .*0021/),
    ]);
    expect(Buffer.byteLength(asOne(ten, 'robot', late!.at, withRobots()).whole.text)).toBeLessThan(2_048);
  });

  it('waits for the list of the morning with what is late by days, and for nothing with an emergency', () => {
    expect(told().map(({ wait }) => wait)).toEqual(['list', 'list', 'list']);
    const { command, context } = registeredAt(beijing('2026-06-01 02:17'));
    const { classification } = command.registration;
    const burning = { ...command.registration, classification: { ...classification, urgency: 'emergency' as const } };
    const opened = caseAfter({ command: { ...command, registration: burning }, context });
    const [urgent] = noticesFor(opened.events[0]!, opened.state, withRobots()).filter(({ id }) =>
      id.endsWith('#robot'),
    );
    expect([urgent?.subject, urgent?.wait]).toEqual([`【紧急】${opened.state.id}`, undefined]);
  });

  it('hears nothing where the organ has no robot, and no link where the desk has no address', () => {
    expect(told(rules())).toEqual([]);
    for (const { text } of told(withRobots({ desk: undefined }))) expect(text.split('\n')).toHaveLength(3);
  });
});
