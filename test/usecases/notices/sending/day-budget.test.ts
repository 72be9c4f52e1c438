import { expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import type { Organs, RosterContact } from '../../../../domain/organs.ts';
import { dayBudget } from '../../../../usecases/notices/sending/day-budget.ts';
import { noticeHours } from '../../../support/rules.ts';
import { MORNING, notice, staff } from '../../../support/transports.ts';
import { rules } from '../../../support/world.ts';

const DESK = 'desk@county.example';
const OWN = '13900000601';
const person = (name: string, phone: string, email: string): RosterContact => ({ role: 'handler', name, phone, email });

/** Messages that wait for the list of this moment, to people of these organs. */
function budget(county: readonly RosterContact[] = [], city: readonly RosterContact[] = []) {
  const deliveries = memoryDeliveries();
  const organ = rules().organs.get('county')!;
  const organs: Organs = new Map([
    ['county', { ...organ, contacts: county }],
    ['city', { ...organ, id: 'city', contacts: city }],
  ]);
  const deps = { deliveries, limits: memoryRateLimits(), hours: noticeHours, rules: { ...rules(), organs } };
  let number = 0;
  const waitingFor = async (to: string, wait: Notice['wait'] = 'hours') => {
    number += 1;
    const address = staff(to.includes('@') ? 'email' : 'sms', to);
    const one = { ...notice(address), id: `QH-${number}#2#county#handler`, wait };
    const before = await deliveries.claim(one, { id: 'queued', now: MORNING });
    const waiting = { importance: 'duty', since: MORNING, until: MORNING, isPutBy: true } as const;
    const delivery = { ...before, waiting, version: before.version + 1 };
    await deliveries.change(one, before, delivery);
    return { notice: one, delivery, address };
  };
  const run = () => dayBudget(MORNING, deps);
  /** How many of so many messages there go today, each in a run of its own. */
  const goesTo = async (to: string, count: number) => {
    let going = 0;
    for (let n = 0; n < count; n += 1) going += (await run()([await waitingFor(to)])).length;
    return going;
  };
  return { run, waitingFor, goesTo };
}

it('an assignment waits though the report of a key period goes to the same mailbox, and keeps no report from its hour', async () => {
  const { run, waitingFor, goesTo } = budget();
  await goesTo(DESK, 3);
  for (const order of [['hour', 'hours'] as const, ['hours', 'hour'] as const]) {
    const admitted = run();
    const going = [];
    for (const wait of order) going.push(...(await admitted([await waitingFor(DESK, wait)])));
    expect(going.map((one) => one.notice.wait)).toEqual(['hour']);
  }
});

it('a list that two overlapping runs find is one message of its reader’s day, and goes out by one of them', async () => {
  const { run, waitingFor } = budget();
  for (const count of [1, 2, 3]) {
    const list = [await waitingFor(DESK), await waitingFor(DESK)];
    const found = await Promise.all([run()(list), run()(list)]);
    expect([count, found.flat().length]).toEqual([count, 2]);
  }
  expect(await run()([await waitingFor(DESK)])).toEqual([]);
});

it('what two runs begin at once is no second message where it is too long for one letter', async () => {
  const { run, waitingFor, goesTo } = budget();
  const parts = [[await waitingFor(DESK)], [await waitingFor(DESK)]] as const;
  const [one, other] = [run(), run()];
  const first = await Promise.all([one(parts[0]), other(parts[0])]);
  const second = await Promise.all([one(parts[1]), other(parts[1])]);
  expect([first.flat().length, second.flat().length]).toEqual([1, 1]);
  expect(await goesTo(DESK, 3)).toBe(2);
});

it('the rest of a long list goes with what was counted before its function died, and is no second message', async () => {
  const { run, waitingFor, goesTo } = budget();
  const counted = await run()([await waitingFor(DESK)]);
  const again = run();
  const going = [await again(counted), await again([await waitingFor(DESK)])];
  expect(going.flat()).toHaveLength(2);
  expect(await goesTo(DESK, 3)).toBe(2);
});

it('three people with one mailbox at the office have each three text messages a day, and the mailbox three letters', async () => {
  const phones = ['13900000601', '13900000602', '13900000603'];
  const { goesTo } = budget(phones.map((phone, n) => person(`经办人${n}`, phone, DESK)));
  for (const to of [...phones, DESK]) expect(await goesTo(to, 4)).toBe(3);
});

it('one person in two organs has three messages a day at both together, by mail and telephone', async () => {
  const { goesTo } = budget([person('张三', OWN, 'zhang@county.example')], [person('张三', OWN, 'zhang@city.example')]);
  expect(await goesTo('zhang@county.example', 1)).toBe(1);
  expect(await goesTo('zhang@city.example', 1)).toBe(1);
  expect(await goesTo(OWN, 2)).toBe(1);
});

it('two people who share the telephone of the desk have each their own letters', async () => {
  const { goesTo } = budget([person('张三', OWN, 'zhang@county.example'), person('李四', OWN, 'li@county.example')]);
  for (const to of ['zhang@county.example', 'li@county.example']) expect(await goesTo(to, 4)).toBe(3);
});
