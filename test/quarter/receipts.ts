import type { Instant } from '../../domain/calendar/day.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Rng } from './chance.ts';

/** What a mail host says of letters, as SES publishes it. */
export interface Receipts {
  /** A letter was taken: something will be said of it. */
  expect(notice: Pick<Notice, 'id'>, to: string, at: Instant): void;
  /** What is said by then and was not said before, in no order. */
  saidBy(now: Instant): readonly object[];
  /** How much was said, and how many letters came back. */
  readonly counted: { said: number; returned: number };
}

const MINUTE_MS = 60_000;
/** A host says what became of a letter within ten hours. */
const LATEST_MINUTES = 600;

/** Each letter is said to have arrived, a third of them twice; one in fifty comes back after that. */
export function shuffledReceipts(chance: Rng): Receipts {
  const coming: { readonly at: number; readonly body: object }[] = [];
  const counted = { said: 0, returned: 0 };
  const say = (body: object, at: Instant) =>
    void coming.push({ at: Date.parse(at) + Math.ceil(chance() * LATEST_MINUTES) * MINUTE_MS, body });
  return {
    counted,
    expect({ id }, to, at) {
      const mail = { messageId: id, headers: [{ name: 'X-Huiyin-Notice', value: id }] };
      const arrived = { eventType: 'Delivery', delivery: { timestamp: at, recipients: [to] }, mail };
      for (let times = chance() < 1 / 3 ? 2 : 1; times > 0; times -= 1) say(arrived, at);
      if (chance() >= 1 / 50) return;
      counted.returned += 1;
      const bounce = {
        bounceType: 'Transient',
        bouncedRecipients: [{ emailAddress: to }],
        feedbackId: id,
        timestamp: at,
      };
      say({ eventType: 'Bounce', bounce, mail }, at);
    },
    saidBy(now) {
      const due = coming.filter(({ at }) => at <= Date.parse(now));
      const later = coming.filter(({ at }) => at > Date.parse(now));
      coming.splice(0, coming.length, ...later);
      counted.said += due.length;
      return due
        .map(({ body }) => ({ body, turn: chance() }))
        .toSorted((one, other) => one.turn - other.turn)
        .map(({ body }) => body);
    },
  };
}
