import type { Contact } from '../../../domain/complaint.ts';
import type { Address, Transport } from '../../../domain/notices/notice.ts';
import type { Complainant } from './delivery.ts';

/** What the vault holds on who complained under that receipt. */
export type ComplainantOf = (receipt: string) => Promise<Complainant | undefined>;

/** Each address once, however many roles share it. */
export function distinct(addresses: readonly Address[]): readonly Address[] {
  return addresses.filter((address, index) => addresses.findIndex((one) => sameAddress(one, address)) === index);
}

/** Whether both are one mailbox or telephone, whoever reads there. A complainant has one of each kind. */
export function sameAddress(one: Address, other: Address): boolean {
  const keyOf = (address: Address) => `${address.transport} ${'to' in address ? address.to : ''}`;
  return keyOf(one) === keyOf(other);
}

/** Who is meant by an address, without the address: "organ/role", or "complainant". */
export function recipientOf(address: Address): { transport: Transport; recipient: string } {
  const recipient = 'to' in address ? `${address.organ}/${address.role}` : 'complainant';
  return { transport: address.transport, recipient };
}

/** What a complainant left for that transport; undefined where they left nothing that it could use. */
export function addressIn(contact: Contact | undefined, transport: Transport): string | undefined {
  switch (transport) {
    case 'email':
      return contact?.email;
    case 'sms':
      return mobileIn(contact?.phone);
    case 'wechat':
      return contact?.openid;
    case 'wecom':
      return contact?.wecomUserId;
    case 'robot':
    case 'callback':
      return undefined;
  }
}

/** People write "139 1111-2222" and "+86139…"; what is no mobile number of the mainland takes no text message. */
function mobileIn(typed: string | undefined): string | undefined {
  const digits = typed
    ?.normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '');
  return digits !== undefined && /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}
