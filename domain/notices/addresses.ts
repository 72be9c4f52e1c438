import type { Instant } from '../calendar/day.ts';
import type { Person } from '../case/people/officers.ts';
import type { Channel } from '../complaint.ts';
import { onDutyAt } from '../duty.ts';
import { NOTIFICATION_ORDER, type NotificationOrder } from '../notification-order.ts';
import { absenceAt, type ContactRole, type Organ, type Organs, type RosterContact } from '../organs.ts';
import type { Address, Transport } from './notice.ts';
import { staffOrder } from './transport-order.ts';

/** After the person meant: the deputy, then the duty desk. */
const STAND_INS: readonly ContactRole[] = ['deputy', 'duty'];

/**
 * Where to try, in order: the person by this transport, then by the other; whoever stands in; the duty desk of the
 * level above; of a duty desk those whose shift it is (`onDutyAt`). Those who are absent are passed over, and the colleague whom they named comes in their place, or
 * whoever stands in for that one. What goes to the handler goes to the responsible person first, or, where they have
 * left a roster that knows its people, to the head of the organ.
 */
export function addressesOf(
  organ: Organ,
  role: ContactRole,
  first: Transport,
  at: Instant,
  { organs, order = NOTIFICATION_ORDER }: { readonly organs: Organs; readonly order?: NotificationOrder | undefined },
  officer?: Person,
): readonly Address[] {
  const own = [role, ...STAND_INS.filter((standIn) => standIn !== role)];
  const superior = organ.superior === undefined ? undefined : organs.get(organ.superior);
  const meant = role === 'handler' && officer ? responsible(organ, officer, at) : [];
  const turn = [...meant, ...own.flatMap((name) => ofRole(organ, name, at))];
  const inTurn = turn.flatMap((contact) => [contact, ...standingInFor([contact], organ, at)]);
  const transports = staffOrder(first, order);
  return [
    ...reachedAt(organ, [...new Set(inTurn)], transports, at),
    ...(superior ? reachedAt(superior, onDutyAt(superior.contacts, at), transports, at) : []),
  ];
}

const ofRole = ({ contacts }: Organ, role: ContactRole, at: Instant): readonly RosterContact[] =>
  role === 'duty' ? onDutyAt(contacts, at) : contacts.filter((contact) => contact.role === role);

function responsible(organ: Organ, { sub }: Person, at: Instant): readonly RosterContact[] {
  const knowsPeople = organ.contacts.some((contact) => contact.sub !== undefined);
  const found = organ.contacts.filter((contact) => contact.sub === sub);
  return found.length > 0 || !knowsPeople ? found : ofRole(organ, 'leader', at);
}

function reachedAt(
  organ: Organ,
  people: readonly RosterContact[],
  transports: readonly Transport[],
  at: Instant,
): Address[] {
  return people
    .filter((contact) => !isAbsent(contact, at))
    .flatMap((contact) =>
      transports.flatMap((transport) => {
        const to = transport === 'email' ? contact.email : contact.phone;
        return to === undefined ? [] : [{ transport, organ: organ.id, role: contact.role, to }];
      }),
    );
}

const isAbsent = (contact: RosterContact, at: Instant): boolean => absenceAt(contact, at) !== undefined;

/** 代理人 of the last in that line, who is away at that moment; where they are away too, theirs, and so on. */
function standingInFor(line: readonly RosterContact[], organ: Organ, at: Instant): readonly RosterContact[] {
  const standIn = absenceAt(line.at(-1)!, at)?.standIn;
  const next = organ.contacts.filter((contact) => contact.name === standIn && !line.includes(contact));
  return next.flatMap((contact) => [contact, ...standingInFor([...line, contact], organ, at)]);
}

/**
 * Where to try a complainant: by the way they came, where we may answer on it; then by e-mail and by text message. What
 * they left of these is looked up in the vault at the moment of sending.
 */
export function complainantAddresses(receipt: string, channel: Channel): readonly Address[] {
  const own: readonly Transport[] = channel === 'wechat' || channel === 'wecom' ? [channel] : [];
  return [...own, 'email' as const, 'sms' as const].map((transport) => ({ transport, complaint: receipt }));
}
