import type { Sha256 } from './chain.ts';

/** A Merkle tree as RFC 6962 has it: leaves and nodes are hashed under different first bytes, so none passes as the other. */
const LEAF = 0x00;
const NODE = 0x01;

/** Hash of a leaf: of its UTF-8. */
export function leafHash(text: string, sha256: Sha256): string {
  return sha256(Uint8Array.of(LEAF, ...new TextEncoder().encode(text)));
}

/** Root over the hashes of all leaves, in order; of none, the hash of nothing. */
export function rootOf(leaves: readonly string[], sha256: Sha256): string {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0]!;
  const [left, right] = halves(leaves);
  return node(rootOf(left, sha256), rootOf(right, sha256), sha256);
}

/** 包含路径: the hashes beside the way from the leaf of that index up to the root, the lowest first. */
export function pathOf(index: number, leaves: readonly string[], sha256: Sha256): readonly string[] {
  if (leaves.length <= 1) return [];
  const [left, right] = halves(leaves);
  return index < left.length
    ? [...pathOf(index, left, sha256), rootOf(right, sha256)]
    : [...pathOf(index - left.length, right, sha256), rootOf(left, sha256)];
}

/** The root to which a path leads from a leaf; undefined where the path has another length than such a tree has. */
export function rootBy(
  leaf: string,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly string[] },
  sha256: Sha256,
): string | undefined {
  if (index >= size) return undefined;
  if (size <= 1) return path.length === 0 ? leaf : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const split = splitOf(size);
  const rest = path.slice(0, -1);
  const [isLeft, own] =
    index < split
      ? [true, rootBy(leaf, { index, size: split, path: rest }, sha256)]
      : [false, rootBy(leaf, { index: index - split, size: size - split, path: rest }, sha256)];
  if (own === undefined) return undefined;
  return isLeft ? node(own, beside, sha256) : node(beside, own, sha256);
}

/** The largest power of two below the number of leaves. */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

function halves(leaves: readonly string[]): readonly [readonly string[], readonly string[]] {
  const split = splitOf(leaves.length);
  return [leaves.slice(0, split), leaves.slice(split)];
}

const node = (left: string, right: string, sha256: Sha256): string =>
  sha256(Uint8Array.of(NODE, ...bytesOf(left), ...bytesOf(right)));

const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
