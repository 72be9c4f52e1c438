import { createHash } from 'node:crypto';
import { downloadOf } from '../../domain/attachments/download.ts';
import { type Dossier, type DossierDeps, type Enclosure, readWithin } from '../../usecases/staff/open-dossier.ts';
import { recordOf } from '../show-cases/record-view.ts';
import { dossierPage, type Printing } from './dossier-page.ts';
import { isPicture } from './print.ts';

/** What fits in the memory of the function twice, as it is read and as it is packed. */
const MAX_FILE_BYTES = 150_000_000;

/**
 * The files of an archive by their paths: the page with its pictures beside it, the record a line an event, what was
 * sent along, and the checksums of all of them, for `sha256sum -c`.
 */
export async function archiveOf(
  dossier: Dossier,
  printing: Omit<Printing, 'imageOf'>,
  deps: Pick<DossierDeps, 'files'>,
): Promise<Record<string, Uint8Array>> {
  const kept = await readWithin(MAX_FILE_BYTES, dossier.enclosures, deps);
  const imageOf = (one: Enclosure): string | undefined => (kept.has(one) && isPicture(one) ? pathOf(one) : undefined);
  const lines = dossier.events.map((event) => `${JSON.stringify(recordOf(event))}\n`);
  const files = {
    '案卷.html': Buffer.from(dossierPage(dossier, { ...printing, imageOf })),
    'events.jsonl': Buffer.from(lines.join('')),
    ...Object.fromEntries([...kept].map(([one, bytes]) => [pathOf(one), bytes])),
  };
  const sums = Object.entries(files).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
  return { ...files, SHA256SUMS: Buffer.from(sums.join('')) };
}

const pathOf = ({ receipt, number, mediaType }: Enclosure): string =>
  `附件/${downloadOf(receipt, number, mediaType).fileName}`;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
