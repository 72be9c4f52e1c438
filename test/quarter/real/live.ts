import { DeliveryItem } from '../../../adapters/dynamodb/notices/delivery-item.ts';
import organsFile from '../../../config/organs/demo.json' with { type: 'json' };
import { addDays, type Instant, instantAt } from '../../../domain/calendar/day.ts';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import type { Sent } from '../../../local/outside/outbox.ts';
import { startLocalStack } from '../../../local/stack.ts';
import { synthesise } from '../../../local/template/synthesise.ts';
import { put, readCaseTable, readTable } from '../../e2e/support/inside.ts';
import { beijing } from '../../support/rules.ts';
import type { Lived } from '../account.ts';
import { seeded } from '../chance.ts';
import type { Handed } from '../peers.ts';
import { DAYS, END, FIRST, MAIL_AWAY } from '../quarter.ts';
import { shuffledReceipts } from '../receipts.ts';
import { plans } from '../work.ts';
import { complain, leave, work } from './people.ts';
import { BUREAUS, leaves, withKeyPeriod } from './province.ts';

/** The answer to every so manieth text message is lost. */
const EVERY_SMS = 5;

export interface RealQuarter extends Lived {
  readonly count: number;
  readonly leaves: number;
  readonly deadLetters: number;
  readonly refused: readonly string[];
  readonly faults: { readonly mail: number; readonly sms: number };
  readonly said: { readonly said: number; readonly returned: number };
}

/**
 * A quarter through the functions that are deployed, on the services of the local runner: HTTP, streams, queues, tables
 * and mail are real, the clock is simulated. `tell` hears of each week.
 */
export async function realQuarter(count: number, seed: number, tell: (line: string) => void): Promise<RealQuarter> {
  const { directory, remove } = await synthesise('demo');
  withKeyPeriod(directory);
  const faults = { mail: 0, sms: 0 };
  let texts = 0;
  const stack = await startLocalStack({
    ...{
      province: 'demo',
      port: 0,
      smtpPort: 0,
      now: beijing(`${FIRST} 00:00`),
      asleep: ['seal-day', 'reconcile-day'],
    },
    assembly: directory,
    trouble: (by, now) => {
      if (by === 'email') {
        const isAway = MAIL_AWAY.from <= now && now < MAIL_AWAY.to;
        faults.mail += isAway ? 1 : 0;
        return isAway ? 'refused' : undefined;
      }
      texts += 1;
      if (texts % EVERY_SMS !== 0) return undefined;
      faults.sms += 1;
      return 'unanswered';
    },
  });
  try {
    return { ...(await liveOn(stack, count, seed, tell)), faults };
  } finally {
    await stack.stop();
    await remove();
  }
}

interface Step {
  readonly at: Instant;
  readonly do: () => Promise<unknown>;
}

async function liveOn(stack: LocalStack, count: number, seed: number, tell: (line: string) => void) {
  const chance = seeded(seed);
  const refused: string[] = [];
  const away = leaves(beijing(`${FIRST} 00:00`), DAYS, chance);
  const own = plans(
    count,
    FIRST,
    DAYS - 20,
    chance,
    BUREAUS.map(({ id }) => id),
  );
  const receipts = receiptsOf(stack, seed + 1);
  const steps: readonly Step[] = [
    ...own.flatMap((plan, number) => {
      let receipt = '';
      const begin = async () => {
        receipt = await complain(plan, number, stack);
      };
      const go = (one: (typeof plan.work)[number]) => async () => {
        const why = await work(one, receipt, stack);
        if (why) refused.push(`${one.command.type}: ${why}`);
      };
      return [{ at: plan.at, do: begin }, ...plan.work.map((one) => ({ at: one.at, do: go(one) }))];
    }),
    ...away.map((one) => ({ at: one.at, do: () => leave(one, stack) })),
    ...posts().map((at) => ({ at, do: receipts.bring })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
  let week = '';
  for (const { at, do: act } of steps) {
    if (at >= END) break;
    if (at.slice(0, 10) !== week && new Date(at).getUTCDay() === 1) {
      week = at.slice(0, 10);
      tell(`${new Date().toISOString().slice(11, 19)} ${week}: ${stack.outbox().length} messages`);
    }
    if (at > stack.now()) await stack.advanceTo(at);
    await act();
    await stack.drain();
  }
  await stack.advanceTo(END);
  // The local schedule leaves out runs that send nothing; some of them would have ended what was sent.
  await stack.invoke('deliver-notice', { time: END });
  const { deadLetters } = await stack.drain();
  return { count, leaves: away.length, deadLetters, refused, said: receipts.counted, ...(await livedOn(stack)) };
}

/** Three times a day. */
const posts = (): readonly Instant[] =>
  Array.from({ length: DAYS }, (_, n) => addDays(FIRST, n)).flatMap((day) =>
    ['10:40', '15:20', '20:10'].map((time) => instantAt(day, time)),
  );

/** What the mail service says of each letter, in no order, some of it twice. */
function receiptsOf(stack: LocalStack, seed: number) {
  const receipts = shuffledReceipts(seeded(seed));
  let heard = 0;
  return {
    counted: receipts.counted,
    async bring() {
      for (const { transport, noticeId, to, at } of stack.outbox().slice(heard))
        if (transport === 'email' && noticeId) receipts.expect({ id: noticeId }, to, at);
      heard = stack.outbox().length;
      for (const one of receipts.saidBy(stack.now())) await put(stack, 'bounces', JSON.stringify(one));
    },
  };
}

async function livedOn(stack: LocalStack): Promise<Lived> {
  const { cases, events } = await readCaseTable(stack);
  const items = await readTable(stack, 'CASE_TABLE_NAME');
  const deliveries = items.filter(({ sk }) => String(sk).startsWith('NOTICE#')).map((item) => DeliveryItem.parse(item));
  const kept = (await readTable(stack, 'NOTICE_TABLE_NAME')) as unknown as readonly HandOver[];
  const byCase = Map.groupBy(events, ({ caseId }) => caseId);
  return {
    cases: { all: () => [...cases.values()], events: async (id) => byCase.get(id) ?? [] },
    kept: { all: () => kept },
    deliveries: { byNotice: new Map(deliveries.map(({ notice, delivery }) => [notice.id, delivery])) },
    peers: { handed: stack.outbox().map(handedOf) },
    contacts: organsFile.organs.flatMap(({ contacts }) => contacts),
    end: END,
  };
}

/** A message as it left, with as much of its notice as the account asks for. */
function handedOf({ at, transport, to, noticeId = '', caseId = '', subject = '', text }: Sent): Handed {
  const isToComplainant = to.endsWith('@citizen.example');
  const [, kind = ''] = /【([^】]+)】/.exec(subject || text.replace(/^【.+?】/, '')) ?? [];
  const sms = isToComplainant ? { use: 'complainant' } : { use: 'staff', values: { kind } };
  return { at, transport, to, isTold: true, notice: { id: noticeId, caseId, subject, sms } as unknown as Notice };
}
