import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A partner's address leads into a network that is nobody else's business: ours, or that of the machine. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** IANA's special-purpose registries, IPv4 and IPv6: what is not the public internet. */
const PRIVATE: readonly (readonly [address: string, bits: number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
  ...([
    ['::', 128],
    ['::1', 128],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
  ] as const),
  ...([
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
];

const blocked = new BlockList();
for (const [address, bits] of PRIVATE) blocked.addSubnet(address, bits, address.includes(':') ? 'ipv6' : 'ipv4');

/** Whether an address is of no public network; an IPv4 address within IPv6 is what it holds. */
export const isPrivate = (address: string): boolean => blocked.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Looks a name up for the very connection that is made: a name that leads to a private address, or to one among
 * others, is refused, and no second look-up can lead elsewhere.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.some(({ address }) => isPrivate(address))) return done(new PrivateAddress(), []);
    const [first] = addresses;
    if (options.all) return done(null, addresses);
    return done(null, first!.address, first!.family);
  });
};
