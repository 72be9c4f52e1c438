import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { leafHash, pathOf, rootBy, rootOf } from '../../../domain/audit/merkle.ts';

/** Leaves and roots that the CT project tests its trees with (RFC 6962): of the first so many leaves each. */
const LEAVES = ['', '\x00', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hashes = LEAVES.map((leaf) => leafHash(leaf, sha256));

describe('a tree of hashes', () => {
  it('of nothing is the hash of nothing, as RFC 6962 has it', () => {
    expect(rootOf([], sha256)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each(ROOTS.map((root, index) => [index + 1, root]))(
    'of %i leaves has the root that others compute',
    (size, root) => {
      expect(rootOf(hashes.slice(0, size as number), sha256)).toBe(root);
    },
  );

  it('leads from each leaf to its root, and from no other place or path', () => {
    const tree = fc
      .integer({ min: 1, max: 70 })
      .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));
    fc.assert(
      fc.property(tree, ({ size, index }) => {
        const leaves = Array.from({ length: size }, (_, at) => leafHash(`${at}`, sha256));
        const root = rootOf(leaves, sha256);
        const path = pathOf(index, leaves, sha256);
        expect(rootBy(leaves[index]!, { index, size, path }, sha256)).toBe(root);
        expect(rootBy(leafHash('other', sha256), { index, size, path }, sha256)).not.toBe(root);
        expect(rootBy(leaves[index]!, { index: (index + 1) % (size + 1), size, path }, sha256)).not.toBe(root);
        expect(rootBy(leaves[index]!, { index, size, path: [...path, root] }, sha256)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
