import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import type { Contact } from '../../domain/complaint.ts';
import type { Address, Notice, Transport } from '../../domain/notices/notice.ts';
import type { Holder } from '../../usecases/notices/delivery/claim-delivery.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import type { SendNoticeDeps } from '../../usecases/notices/sending/send-notice.ts';
import { keeping } from './kept.ts';
import { beijing } from './rules.ts';

export const staff = (transport: Transport, to: string, role: 'handler' | 'duty' = 'handler'): Address => ({
  transport,
  organ: 'county',
  role,
  to,
});

export const notice = (...addresses: Address[]): Notice => ({
  id: 'QH-1#2#county#handler#email',
  caseId: 'QH-1',
  at: beijing('2026-06-05 09:30'),
  addresses,
  subject: '【提醒】QH-1',
  text: '请在期限内办理。',
  sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } },
});

export const reminder = notice(
  staff('email', 'officer@county.example'),
  staff('sms', '13900000001'),
  staff('email', 'duty@county.example', 'duty'),
);

export const MORNING = beijing('2026-06-05 09:30');

export const first: Holder = { id: 'message-1', now: MORNING };

/** The first message once more, so many minutes later. */
export const later = (minutes: number): Holder => ({
  ...first,
  now: new Date(Date.parse(MORNING) + minutes * 60_000).toISOString(),
});

export const sent: SendResult = { kind: 'sent', reference: 'r' };

export const refused: SendResult = { kind: 'refused', reason: 'SMTP 550' };

export const busy: SendResult = { kind: 'busy', reason: 'Throttling' };

export const barred: SendResult = { kind: 'barred', reason: 'isv.AMOUNT_NOT_ENOUGH' };

export const tooMany: SendResult = { kind: 'later', reason: 'isv.BUSINESS_LIMIT_CONTROL' };

export const unknown: SendResult = { kind: 'unknown', reason: 'TimeoutError' };

/** Transports that answer as told, the last answer for all that follow, and keep what they were given. */
export function post(answers: readonly SendResult[], contact?: Contact) {
  const left = [...answers];
  const tried: string[] = [];
  const send = async (_: Notice, to: string) => {
    tried.push(to);
    return left.length > 1 ? left.shift()! : left[0]!;
  };
  const deliveries = memoryDeliveries();
  const keep = keeping();
  const deps: SendNoticeDeps = {
    ...keep,
    deliveries,
    complainantOf: async () => ({ contact, queryCode: 'CODE1234' }),
    transports: { email: send, sms: send },
  };
  const results = () =>
    [...deliveries.byNotice.values()].flatMap(({ attempts }) => attempts.map(({ result }) => result));
  const state = () => [...deliveries.byNotice.values()][0]?.state;
  return { deps, tried, results, state, kept: keep.kept };
}
