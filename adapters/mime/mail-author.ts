import { isProgramAddress } from '../../domain/mail.ts';
import { type Mailbox, mailboxesIn } from './mailboxes.ts';
import { type HeaderField, recipientsOf } from './receiver-signs.ts';

export interface Writers {
  /** By whose address the mail came. */
  readonly from: Mailbox | undefined;
  /** Who wrote it and reads an answer, as far as the mail says; undefined when only a program stands there. */
  readonly writer: Mailbox | undefined;
}

/**
 * Who wrote a mail. `From` may be a portal, a group or a gateway: then the person stands in `Reply-To`, or where groups
 * keep the sender of the letter that they pass on. The group itself, and we, are none.
 */
export function writersOf(headers: readonly HeaderField[]): Writers {
  const peopleIn = (name: string) =>
    headers.filter(({ key }) => key === name).flatMap(({ value }) => mailboxesIn(value));
  const [from = peopleIn('sender')[0]] = peopleIn('from');
  const ours = new Set([...recipientsOf(headers), ...addressesOfList(headers)].map((address) => address.toLowerCase()));
  const isPerson = ({ address }: Mailbox) => !isProgramAddress(address) && !ours.has(address.toLowerCase());
  const answered = peopleIn('reply-to').filter(isPerson);
  const isFrom = (one: Mailbox) => one.address.toLowerCase() === from?.address.toLowerCase();
  const named = [...(answered.some(isFrom) ? [] : answered), ...(from ? [from] : [])];
  const behind = ['x-original-from', 'x-original-sender', 'sender'].flatMap(peopleIn);
  const writer = [...named, ...behind].find(isPerson) ?? named.find(({ address }) => !isProgramAddress(address));
  return { from, writer: writer && { ...writer, name: writer.name || nameOf(writer, [from, ...behind]) } };
}

const nameOf = ({ address }: Mailbox, others: readonly (Mailbox | undefined)[]): string =>
  others.find((other) => other?.address === address)?.name ?? '';

/** Addresses by which a list is written to (RFC 2369), and the one that older ones name. */
function addressesOfList(headers: readonly HeaderField[]): string[] {
  const values = headers.filter(({ key }) => ['list-post', 'mailing-list', 'x-google-group-id'].includes(key));
  return values.flatMap(({ value }) => value.slice(0, 1000).split(/[\s<>,;:]+/)).filter((word) => /.@./.test(word));
}
