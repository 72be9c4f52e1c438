import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { statusTextOf } from '../../case/status-text.ts';
import { toldOf } from '../complainants/tellings.ts';
import { NO_DEADLINE } from '../list-message.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import { type Answered, isKeptFrom, numberFor, ordersOf } from './sender-notices.ts';

/** 回调: what a partner's system is told of an event of its order. */
const NEWS: { readonly [type in CaseEvent['type']]?: string } = {
  registered: 'order.received',
  accepted: 'order.accepted',
  declined: 'order.declined',
  transferred: 'order.transferred',
  joined: 'order.joined',
  unjoined: 'order.separated',
  closed: 'order.answered',
};

/**
 * What the systems of partners are told of their own orders, where the province file names an address for it: number,
 * state, and the words that the complainant was told. None to a partner that must not know of the case.
 */
export function callbackNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  const type = NEWS[event.type];
  if (type === undefined) return [];
  const words = (event.told ?? toldOf(event, state, rules))?.notice?.text;
  return ordersOf(state, event)
    .filter(({ partner }) => rules.senders?.get(partner)?.callback !== undefined && !isKeptFrom(partner, rules))
    .map((order) => newsOf(type, order, words, event, state));
}

function newsOf(type: string, answered: Answered, words: string | undefined, event: CaseEvent, state: Case): Notice {
  const { partner, receipt } = answered;
  const { number: externalId, order } = numberFor(answered);
  const statusText = statusTextOf(state);
  const told = words === undefined ? {} : { text: words };
  const body = { type, timestamp: event.at, data: { externalId, receipt, status: state.status, statusText, ...told } };
  return {
    id: `${event.caseId}#${event.seq}#${receipt}#${partner}#callback`,
    caseId: event.caseId,
    at: event.at,
    addresses: [{ transport: 'callback', organ: partner, role: 'partner', to: partner }],
    subject: `${externalId} ${statusText}`,
    text: JSON.stringify(body),
    order,
    sms: {
      use: 'staff',
      values: { kind: '回调', receipt, place: '', matter: '', duty: statusText, due: NO_DEADLINE, next: '' },
    },
  };
}
