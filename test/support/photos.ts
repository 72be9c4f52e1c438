/** A grey square of 8 by 8 pixels. */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z',
  'base64',
);

const PLACE = { latitude: 31.2304, longitude: 121.4737 };

interface Entry {
  readonly tag: number;
  /** 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL. */
  readonly type: 2 | 3 | 4 | 5;
  readonly count: number;
  readonly value: Buffer;
}

const SIZE = { 2: 1, 3: 2, 4: 4, 5: 8 };
const short = (value: number) => Buffer.from([value >> 8, value & 255]);
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const ascii = (tag: number, text: string): Entry => ({
  tag,
  type: 2,
  count: text.length + 1,
  value: Buffer.from(`${text}\0`),
});
const degrees = (tag: number, value: number): Entry => {
  const rationals = [Math.floor(value), 1, Math.round((value % 1) * 60 * 1e6), 1e6, 0, 1];
  return { tag, type: 5, count: 3, value: Buffer.concat(rationals.map(long)) };
};

/** One directory of a TIFF that begins at `start`; values over four bytes follow it. */
function directory(entries: readonly Entry[], start: number): Buffer {
  let behind = start + 2 + entries.length * 12 + 4;
  const [heads, tails]: [Buffer[], Buffer[]] = [[], []];
  for (const { tag, type, count, value } of entries) {
    const fits = count * SIZE[type] <= 4;
    heads.push(
      Buffer.concat([
        short(tag),
        short(type),
        long(count),
        fits ? Buffer.concat([value, Buffer.alloc(4)], 4) : long(behind),
      ]),
    );
    if (fits) continue;
    tails.push(value);
    behind += value.length;
  }
  return Buffer.concat([short(entries.length), ...heads, long(0), ...tails]);
}

/** What a phone writes: which side is up, when, where, and whose phone. */
export function exif({
  orientation = 6,
  takenAt = '2026:11:20 21:03:07',
  place = PLACE,
}: {
  orientation?: number;
  takenAt?: string;
  place?: typeof PLACE | undefined;
} = {}): Buffer {
  const pointer = (tag: number, to: number): Entry => ({ tag, type: 4, count: 1, value: long(to) });
  const first = (exifAt: number, gpsAt: number) =>
    directory(
      [
        ascii(0x010f, 'SecretPhone'),
        { tag: 0x0112, type: 3, count: 1, value: short(orientation) },
        pointer(0x8769, exifAt),
        pointer(0x8825, gpsAt),
      ],
      8,
    );
  const exifAt = 8 + first(0, 0).length;
  const taken = directory([ascii(0x9003, takenAt)], exifAt);
  const gpsAt = exifAt + taken.length;
  const gps = directory(
    [
      ascii(1, place.latitude < 0 ? 'S' : 'N'),
      degrees(2, Math.abs(place.latitude)),
      ascii(3, place.longitude < 0 ? 'W' : 'E'),
      degrees(4, Math.abs(place.longitude)),
    ],
    gpsAt,
  );
  return Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), first(exifAt, gpsAt), taken, gps]);
}

const segment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), short(content.length + 2), content]);

/**
 * A photo as a phone makes it: EXIF with its place, XMP, IPTC, a comment, and a second picture behind its end that
 * tells the place again.
 */
export function phonePhoto(tiff: Buffer = exif()): Buffer {
  const hidden = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>SecretPlace</x>');
  return Buffer.concat([
    PICTURE.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])),
    segment(0xe1, hidden),
    segment(0xed, Buffer.from('Photoshop 3.0\0SecretCaption')),
    segment(0xfe, Buffer.from('SecretComment')),
    PICTURE.subarray(2),
    PICTURE.subarray(0, 2),
    segment(0xe1, Buffer.from('Exif\0\0SecretSecond')),
    PICTURE.subarray(2),
  ]);
}

/** The same picture as software without a word too many writes it. */
export const bareJpeg: Buffer = PICTURE;

const crcTable = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
);
const crc = (bytes: Buffer): number =>
  (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255]! ^ (c >>> 8), ~0) ^ ~0) >>> 0;
const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([long(content.length), named, long(crc(named))]);
};

/** One red pixel, with a text, a time and EXIF. */
export const png: Buffer = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('tEXt', Buffer.from('Author\0SecretAuthor')),
  chunk('eXIf', exif()),
  chunk('tIME', Buffer.from([7, 234, 11, 20, 13, 3, 7])),
  chunk('IDAT', Buffer.from('789c63f8cfc0000003010100c9fe92ef', 'hex')),
  chunk('IEND', Buffer.alloc(0)),
  Buffer.from('SecretTrailer'),
]);

const riff = (type: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(type), size, content, Buffer.alloc(content.length % 2)]);
};

/** A WebP of one pixel in its extended form, with EXIF and XMP and their flags. */
export const webp: Buffer = riff(
  'RIFF',
  Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', Buffer.from([0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('VP8L', Buffer.from('2f0000000007d0fffef7bfff8188e87f0000', 'hex')),
    riff('EXIF', exif()),
    riff('XMP ', Buffer.from('SecretPlace')),
  ]),
);

/** Enough of a HEIC to be known for one. */
export const heic: Buffer = Buffer.concat([
  long(24),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.from('SecretPlace'),
]);
