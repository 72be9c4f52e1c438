import { expect, it } from 'vitest';
import { networksOf } from '../../../../functions/shared/http/network.ts';

it.each([
  ['203.0.113.7', ['203.0.113.7']],
  ['::ffff:203.0.113.7', ['203.0.113.7']],
  ['2001:db8:1:2:aaaa::1', ['2001:db8:1:2/64', '2001:db8:1:0/56']],
  ['2001:0DB8:0001:0002:0000:0000:0000:0001', ['2001:db8:1:2/64', '2001:db8:1:0/56']],
  ['2001:db8:1:abcd::', ['2001:db8:1:abcd/64', '2001:db8:1:ab00/56']],
  ['2001:db8::1', ['2001:db8:0:0/64', '2001:db8:0:0/56']],
  ['::1', ['0:0:0:0/64', '0:0:0:0/56']],
  ['fe80::1%eth0', ['fe80:0:0:0/64', 'fe80:0:0:0/56']],
])('%s lies in %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks);
});

it('neighbours of one /56 share the wide network and no narrow one', () => {
  const homes = Array.from({ length: 256 }, (_, n) => networksOf(`2001:db8:1:ab${n.toString(16).padStart(2, '0')}::1`));
  expect(new Set(homes.map(([narrow]) => narrow)).size).toBe(256);
  expect(new Set(homes.map(([, wide]) => wide)).size).toBe(1);
});
