/** A file as it is kept: what it is by its bytes, and when it was taken by the camera's clock, where it is a photo. */
export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** "2026-11-20 21:03". */
  readonly takenAt?: string | undefined;
}

/**
 * Takes from a file what it says of whoever made it: who complains must not be found by the place in their photo.
 * `declared` is the media type that its sender gives it.
 */
export type StripMetadata = (bytes: Uint8Array, declared: string) => Promise<KeptFile>;
