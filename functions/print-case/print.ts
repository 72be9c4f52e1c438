import { createHash } from 'node:crypto';
import type { Dossier, DossierDeps, Enclosure } from '../../usecases/staff/open-dossier.ts';
import { readWithin } from '../../usecases/staff/open-dossier.ts';
import type { Answer } from '../shared/http/http.ts';
import { dossierPage, type Printing } from './dossier-page.ts';
import { STYLE } from './dossier-style.ts';

/** Lambda answers at most 6 MB, and pictures grow by a third on their way. */
const MAX_PAGE_BYTES = 5_500_000;
const MAX_PHOTO_BYTES = 3_000_000;

/** What every browser shows. */
const PICTURES = /^image\/(?:jpeg|png|gif|webp)$/;

export const isPicture = ({ mediaType }: Enclosure): boolean => PICTURES.test(mediaType);

/** The case as a page, its photos within it as far as they fit; nothing in the page runs, or comes from elsewhere. */
export async function printed(
  dossier: Dossier,
  printing: Omit<Printing, 'imageOf'>,
  deps: Pick<DossierDeps, 'files'>,
): Promise<Answer> {
  const words = Buffer.byteLength(dossierPage(dossier, { ...printing, imageOf: () => undefined }));
  const room = Math.min(MAX_PHOTO_BYTES, Math.floor((MAX_PAGE_BYTES - words) * 0.75));
  const photos = await readWithin(room, dossier.enclosures.filter(isPicture), deps);
  const imageOf = (one: Enclosure): string | undefined => {
    const bytes = photos.get(one);
    return bytes && `data:${one.mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  };
  return { statusCode: 200, headers: PAGE_HEADERS, body: dossierPage(dossier, { ...printing, imageOf }) };
}

/** A page that is printed: nothing in it runs. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-language': 'zh-CN',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};
