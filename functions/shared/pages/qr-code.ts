import { type Html, html } from './html.ts';
import { qrBits } from './qr-bits.ts';

type Grid = (boolean | undefined)[][];

/** Centres of the small squares, by version (ISO/IEC 18004, annex E). */
const ALIGNMENT = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
/** Level M, the chequered mask: with their check bits, as they are printed. */
const FORMAT = 0x5412;
/** Readers need so many blank modules around it. */
const QUIET = 4;

/** A QR code of that text: rows of modules, true for dark. */
export function qrModules(text: string): boolean[][] {
  const { version, bits } = qrBits(text);
  const size = 17 + 4 * version;
  const grid: Grid = Array.from({ length: size }, () => Array(size).fill(undefined));
  placeFinders(grid);
  placeAlignment(grid, ALIGNMENT[version - 1]!);
  for (let at = 8; at < size - 8; at += 1) {
    grid[6]![at] ??= at % 2 === 0;
    grid[at]![6] ??= at % 2 === 0;
  }
  placeFormat(grid);
  if (version >= 7) placeVersion(grid, version);
  placeBits(grid, bits);
  return grid.map((row) => row.map((module) => module === true));
}

/** The same as a picture that needs nothing from elsewhere. */
export function qrImage(text: string, label: string): Html {
  const modules = qrModules(text);
  const size = modules.length + 2 * QUIET;
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`;
}

function placeFinders(grid: Grid): void {
  const far = grid.length - 7;
  for (const [top, left] of [
    [0, 0],
    [0, far],
    [far, 0],
  ] as const)
    for (let row = -1; row <= 7; row += 1)
      for (let column = -1; column <= 7; column += 1)
        if (grid[top + row] && left + column >= 0 && left + column < grid.length)
          grid[top + row]![left + column] = isRinged(row - 3, column - 3, 3);
}

function placeAlignment(grid: Grid, centres: readonly number[]): void {
  for (const y of centres)
    for (const x of centres)
      if (grid[y]![x] === undefined)
        for (let row = -2; row <= 2; row += 1)
          for (let column = -2; column <= 2; column += 1) grid[y + row]![x + column] = isRinged(row, column, 2);
}

/** A ring of that radius around a solid middle, a blank ring between them. */
function isRinged(row: number, column: number, radius: number): boolean {
  const distance = Math.max(Math.abs(row), Math.abs(column));
  return distance === radius || distance < radius - 1;
}

/** Twice, around the corners; and the one module that is always dark. */
function placeFormat(grid: Grid): void {
  const last = grid.length - 1;
  const near = [...Array(6).keys(), 7, 8];
  for (let bit = 0; bit < 15; bit += 1) {
    const on = ((FORMAT >> bit) & 1) === 1;
    if (bit < 8) grid[near[bit]!]![8] = on;
    else grid[8]![near[14 - bit]!] = on;
    if (bit < 8) grid[8]![last - bit] = on;
    else grid[last - 14 + bit]![8] = on;
  }
  grid[last - 7]![8] = true;
}

function placeVersion(grid: Grid, version: number): void {
  let check = version;
  for (let step = 0; step < 12; step += 1) check = (check << 1) ^ ((check >> 11) * 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const [far, near] = [grid.length - 11 + (bit % 3), Math.floor(bit / 3)];
    const on = (((version << 12) | check) >> bit) & 1;
    grid[far]![near] = on === 1;
    grid[near]![far] = on === 1;
  }
}

/** In columns of two from the right, up and down by turns, around all that is there; every other module is turned over. */
function placeBits(grid: Grid, bits: readonly boolean[]): void {
  const size = grid.length;
  const columns = Array.from({ length: (size - 1) / 2 }, (_, at) => size - 1 - 2 * at).map((one) =>
    one <= 6 ? one - 1 : one,
  );
  let next = 0;
  for (const [turn, right] of columns.entries())
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const y = turn % 2 === 0 ? size - 1 - step : step;
        if (grid[y]![x] !== undefined) continue;
        grid[y]![x] = (bits[next] ?? false) !== ((x + y) % 2 === 0);
        next += 1;
      }
}
