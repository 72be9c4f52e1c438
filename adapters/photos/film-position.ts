/** How QuickTime and Apple's own key say where a film was made (ISO 6709): "+31.2304+121.4737/". */
const MARKS = ['\xa9xyz', 'ISO6709'];
const WRITTEN = /[+-]\d{2}\.\d{2,9}[+-]\d{3}\.\d{2,9}(?:[+-]\d{1,5}(?:\.\d{1,6})?)?/g;

/** 3GPP's box (TS 26.244, 8.10): size, name, version and language, the name of the place, its role, and three numbers. */
const BOX = 'loci';
const [HEAD_BYTES, NUMBERS_BYTES, MOST_BYTES] = [10, 12, 400];

/** Writes noughts over the place that a film tells; nothing moves. */
export function blankFilmPosition(film: Buffer): void {
  if (MARKS.some((mark) => film.includes(mark, 0, 'latin1')))
    for (const { index, 0: found } of film.toString('latin1').matchAll(WRITTEN))
      film.write(found.replace(/\d/g, '0'), index, 'latin1');
  for (let at = film.indexOf(BOX, 4); at >= 0; at = film.indexOf(BOX, at + BOX.length)) blankBox(film, at);
}

/** Where the four letters stand by chance, no box of that size and version lies around them. */
function blankBox(film: Buffer, at: number): void {
  const size = film.readUInt32BE(at - 4);
  const box = film.subarray(at, at - 4 + size);
  if (size > MOST_BYTES || box.length < HEAD_BYTES + NUMBERS_BYTES || box.readUInt32BE(4) !== 0) return;
  const role = box.indexOf(0, HEAD_BYTES) + 1;
  if (role > 0) box.fill(0, role + 1, role + 1 + NUMBERS_BYTES);
}
