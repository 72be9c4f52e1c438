import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPhoto } from '../../../adapters/photos/clean-photo.ts';
import { factsOf } from '../../../adapters/photos/photo-facts.ts';
import { stripPosition } from '../../../adapters/photos/strip-position.ts';
import { bareJpeg, exif, heic, phonePhoto, png, webp } from '../../support/photos.ts';

const PLACE = { latitude: 31.2304, longitude: 121.4737 };
const photos = { 'image/jpeg': phonePhoto(), 'image/png': png, 'image/webp': webp };

describe('what a photo says of itself', () => {
  it.each(Object.entries(photos))('is read: its place and its time (%s)', (_, bytes) => {
    const { position, takenAt } = factsOf(bytes);
    expect(takenAt).toBe('2026-11-20 21:03');
    expect(position?.latitude).toBeCloseTo(PLACE.latitude, 5);
    expect(position?.longitude).toBeCloseTo(PLACE.longitude, 5);
  });

  it('is read south of the equator and west of Greenwich as well', () => {
    const { position } = factsOf(phonePhoto(exif({ place: { latitude: -33.5, longitude: -70.25 } })));
    expect([position?.latitude, position?.longitude]).toEqual([-33.5, -70.25]);
  });

  it('is no place where the phone had no fix and wrote zeros', () => {
    expect(factsOf(phonePhoto(exif({ place: { latitude: 0, longitude: 0 } }))).position).toBeUndefined();
  });

  it('is read from the first bytes alone', () => {
    const long = Buffer.concat([phonePhoto(), Buffer.alloc(1_000_000)]);
    expect(factsOf(long.subarray(0, 600)).position).toBeDefined();
  });
});

describe('a photo that becomes evidence', () => {
  it.each(Object.entries(photos))(
    'tells nothing of whoever took it, not even behind its end (%s)',
    (mediaType, bytes) => {
      const cleaned = cleanPhoto(bytes)!;
      expect(cleaned).toMatchObject({ mediaType, takenAt: '2026-11-20 21:03', unchanged: false });
      expect(Buffer.from(bytes).includes('Secret')).toBe(true);
      expect(Buffer.from(cleaned.bytes).includes('Secret')).toBe(false);
      expect(factsOf(cleaned.bytes)).toMatchObject({ position: undefined, takenAt: undefined });
    },
  );

  it('keeps its picture bit for bit: the same photo without a word too many comes out as it went in', () => {
    expect(Buffer.from(cleanPhoto(bareJpeg)!.bytes)).toEqual(bareJpeg);
  });

  it('stands upright as before', () => {
    expect(factsOf(cleanPhoto(phonePhoto(exif({ orientation: 6 })))!.bytes).orientation).toBe(6);
    expect(factsOf(cleanPhoto(phonePhoto(exif({ orientation: 1 })))!.bytes).orientation).toBeUndefined();
  });

  it('is clean already when it is cleaned again', () => {
    for (const bytes of Object.values(photos)) {
      const once = cleanPhoto(bytes)!.bytes;
      expect(Buffer.from(cleanPhoto(once)!.bytes)).toEqual(Buffer.from(once));
    }
  });

  it('stays as it is in a format that we cannot take apart, and says so', () => {
    expect(cleanPhoto(heic)).toMatchObject({ mediaType: 'image/heic', unchanged: true });
    expect(Buffer.from(cleanPhoto(heic)!.bytes)).toEqual(heic);
  });

  it('is known by its first bytes, so that nothing else passes for one', () => {
    const others = [
      '',
      '%PDF-1.7',
      '<svg onload=alert(1)>',
      'MZ',
      'GIF89a',
      'PK\x03\x04',
      '\xff\xd8\xff',
      'RIFF....WEBP',
    ];
    for (const text of others) expect(cleanPhoto(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});

describe('a photo that every program shows', () => {
  const photo = phonePhoto();
  /** Behind the first segment, that of EXIF. */
  const at = 4 + photo.readUInt16BE(4);
  const within = (...more: Buffer[]) => Buffer.concat([photo.subarray(0, at), ...more, photo.subarray(at)]);
  const segment = (first: number, second: number, words: string) =>
    Buffer.concat([Buffer.from([first, second, 0, words.length + 2]), Buffer.from(words)]);
  const bytes = (...all: number[]) => Buffer.from(all);

  it.each([
    ['a stray byte between two segments', within(bytes(0))],
    ['many of them', within(Buffer.alloc(300, 0x20))],
    ['a segment whose marker lost its first byte', within(segment(0, 0xe1, 'Exif SecretMaker'))],
    ['a comment whose marker lost its first byte', within(segment(0x0a, 0xfe, 'SecretComment'))],
    ['stray bytes that look like a stuffed one', within(bytes(0x12, 0xff, 0x00, 0x34))],
    ['a run of bytes that fill', within(bytes(0xff, 0xff, 0xff))],
    ['a line end before its first byte', Buffer.concat([bytes(0x0d, 0x0a), photo])],
    ['a mark of byte order before its first byte', Buffer.concat([bytes(0xef, 0xbb, 0xbf), photo])],
    ['zeros before its first byte', Buffer.concat([Buffer.alloc(4), photo])],
    ['no end', photo.subarray(0, photo.lastIndexOf(0xff))],
  ])('is cleaned, its picture untouched: with %s', (_, sent) => {
    const cleaned = cleanPhoto(sent)!;
    expect(cleaned).toMatchObject({ mediaType: 'image/jpeg', takenAt: '2026-11-20 21:03', unchanged: false });
    const kept = Buffer.from(cleaned.bytes);
    expect([kept.includes('Secret'), factsOf(kept).position]).toEqual([false, undefined]);
    expect(kept.includes(bareJpeg.subarray(bareJpeg.indexOf(Buffer.from('ffda', 'hex')), -2))).toBe(true);
  });

  it.each(['avif', 'avis', 'hevc', 'hevx', 'heim', 'msf1', 'mif1', 'heif'])(
    'of the brand %s is known, and loses its place',
    (brand) => {
      const sent = Buffer.concat([
        bytes(0, 0, 0, 24),
        Buffer.from(`ftyp${brand}\0\0\0\0mif1miaf`),
        Buffer.from('Exif\0\0'),
        exif(),
      ]);
      const cleaned = cleanPhoto(sent)!;
      expect(cleaned).toMatchObject({
        mediaType: brand.startsWith('av') ? 'image/avif' : 'image/heic',
        unchanged: true,
      });
      expect(cleaned.bytes.length).toBe(sent.length);
      expect(placesIn(sent)).toBe(true);
      expect(placesIn(cleaned.bytes)).toBe(false);
    },
  );

  /** The degrees of the place as EXIF writes them: 31/1. */
  const placesIn = (photo: Uint8Array) => Buffer.from(photo).includes(bytes(0, 0, 0, 31, 0, 0, 0, 1));
});

describe('the place of a file that cannot be taken apart', () => {
  const little = (tiff: Buffer): Buffer => {
    const turned = Buffer.from(tiff);
    turned.write('II*\0', 0, 'latin1');
    return turned;
  };

  it.each([
    [
      'in XMP as an attribute',
      '<x exif:GPSLatitude="31,13.824N" exif:GPSLongitude = "121,28.422E" a="b"/>',
      ['31,13', '121,28'],
    ],
    [
      'in XMP as an element',
      '<exif:GPSLatitude>31,13.824N</exif:GPSLatitude><exif:GPSLongitude>121,28.4E</exif:GPSLongitude>',
      ['31,13', '121,28'],
    ],
    ['in XMP in single quotes', "<x exif:GPSLatitude='31,13.824N'/>", ['31,13']],
  ])('is blanked %s', (_, xmp, places) => {
    const kept = Buffer.from(stripPosition(Buffer.from(`....${xmp}....`))).toString();
    for (const place of places) expect(kept).not.toContain(place);
    expect(kept.replaceAll(' ', '').length).toBeGreaterThan(20);
  });

  it('is blanked however often it stands, and nothing else is', () => {
    const twice = Buffer.concat([Buffer.from('before'), exif(), Buffer.from('between'), exif(), Buffer.from('behind')]);
    const kept = Buffer.from(stripPosition(twice));
    expect(kept.length).toBe(twice.length);
    for (const word of ['before', 'between', 'behind', 'SecretPhone', '2026:11:20'])
      expect(kept.includes(word)).toBe(true);
    expect(kept.includes(Buffer.from([0, 0, 0, 121, 0, 0, 0, 1]))).toBe(false);
  });

  it('is blanked in a film of an older telephone, whose box holds numbers, and not where the letters stand by chance', () => {
    const place = [0, 0x79, 0x79, 0x17, 0, 0x1f, 0x3a, 0xfa, 0, 4, 0, 0];
    const box = Buffer.from([
      0,
      0,
      0,
      33,
      ...Buffer.from('loci'),
      0,
      0,
      0,
      0,
      0x15,
      0xc7,
      ...Buffer.from('home\0'),
      0,
      ...place,
      0,
    ]);
    const kept = Buffer.from(stripPosition(box));
    expect(kept.subarray(0, 20)).toEqual(box.subarray(0, 20));
    expect([...kept.subarray(20, 32)]).toEqual(Array(12).fill(0));
    const chance = Buffer.from('.......loci of growth, and so on and on');
    expect(Buffer.from(stripPosition(chance))).toEqual(chance);
  });

  it('costs no sense where there is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        for (const bytes of [
          noise,
          little(Buffer.concat([exif().subarray(0, 8), noise])),
          Buffer.concat([exif().subarray(0, 60), noise]),
        ])
          expect(stripPosition(bytes).length).toBe(bytes.length);
      }),
    );
  });
});

describe('a photo that somebody has broken', () => {
  const broken = fc
    .tuple(
      fc.constantFrom(...Object.values(photos), heic),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    )
    .map(([bytes, cut, changes]) => {
      const copy = Buffer.from(bytes.subarray(0, cut % 2 ? bytes.length : 1 + (cut % bytes.length)));
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return copy;
    });

  it('is cleaned or set aside, never the end of us, and never longer than it was by more than a word', () => {
    fc.assert(
      fc.property(broken, (bytes) => {
        const cleaned = cleanPhoto(bytes);
        expect(cleaned?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length + 40);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['png', '\x89PNG\r\n\x1a\n', '\0\0\0\0IDAT\0\0\0\0'],
    ['webp', 'RIFF\0\0\0\0WEBP', 'VP8 \0\0\0\0'],
    ['jpeg', '\xff\xd8', '\xff\xda\0\x02'],
  ])('into more pieces than any has is set aside, before its pieces fill our memory (%s)', (_, head, piece) => {
    const ofPieces = (count: number) => cleanPhoto(Buffer.from(head + piece.repeat(count), 'latin1'));
    expect(ofPieces(40_000)).toBeDefined();
    expect(ofPieces(60_000)).toBeUndefined();
  });

  it('is read in no time, whatever its lengths and counts say', () => {
    const start = performance.now();
    fc.assert(
      fc.property(broken, (bytes) => void factsOf(bytes)),
      { numRuns: 1_000 },
    );
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
