import exifReader from 'exifreader';

/** What a photo says of itself. */
export interface PhotoFacts {
  /** WGS-84 degrees, as phones write them. */
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
  /** "2026-11-20 21:03", as the camera's clock had it. */
  readonly takenAt?: string | undefined;
  /** EXIF's 1 to 8. */
  readonly orientation?: number | undefined;
}

/**
 * Reads what is wanted and nothing else; from the first bytes of a photo as well. A photo that says nothing, or
 * nonsense, has no facts.
 */
export function factsOf(bytes: Uint8Array): PhotoFacts {
  try {
    const { exif, gps } = exifReader.load(new Uint8Array(bytes).buffer, { expanded: true, includeUnknown: false });
    return {
      position: positionIn(gps?.Latitude, gps?.Longitude),
      takenAt: momentIn(exif?.DateTimeOriginal?.description),
      orientation: typeof exif?.Orientation?.value === 'number' ? exif.Orientation.value : undefined,
    };
  } catch {
    return {};
  }
}

/** Phones without a fix write zeros. */
function positionIn(latitude: number | undefined, longitude: number | undefined): PhotoFacts['position'] {
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return undefined;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : undefined;
}

/** EXIF writes "2026:11:20 21:03:07". */
function momentIn(text: unknown): string | undefined {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d)/.exec(String(text)) ?? [];
  return year && year !== '0000' ? `${year}-${month}-${day} ${time}` : undefined;
}
