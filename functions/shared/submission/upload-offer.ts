import * as z from 'zod';

/** A form by which one file is sent straight to the bucket. */
export const UploadOffer = z.object({
  /** What the upload is named by afterwards. */
  key: z.string(),
  /** Send `fields`, then the file as the field `file`, as multipart/form-data to `action`. */
  action: z.string(),
  fields: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
});
