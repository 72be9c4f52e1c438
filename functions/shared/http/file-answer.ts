import type { Answer } from './http.ts';

/** A file to be saved under that name, which no cache keeps and no browser takes for anything else. */
export const fileAnswer = (bytes: Uint8Array, name: string, mediaType: string): Answer => ({
  statusCode: 200,
  headers: {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});
