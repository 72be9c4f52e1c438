import type { Instant } from './calendar/day.ts';

/** More than any phone's photo has. Beyond it, S3 answers the browser with a page of its own, in English. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** So many days after it came the inbox forgets it: config/retention.json. */
export const INBOX_DAYS = 3;

/** What one upload may be, and what is remembered with it. */
export interface UploadRule {
  /** Where it comes to lie, in the inbox and later in the evidence bucket. */
  readonly key: string;
  /** As which it must be sent; what it really is, is seen later. */
  readonly mediaType: string;
  /** After this, it is refused. */
  readonly until: Instant;
  /**
   * The complaint that it belongs to; its sender cannot change that. Without one, it waits until a complaint names its
   * key.
   */
  readonly receipt?: string | undefined;
  /** Where the browser goes when the file has come; S3 adds bucket, key and etag to it. */
  readonly returnTo?: string | undefined;
}

/**
 * A form by which a browser, or a program, sends one file straight to the inbox: where to, and the fields to stand
 * before the file.
 */
export interface UploadForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}
