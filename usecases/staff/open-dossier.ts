import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import { type CaseFile, type ReadCaseDeps, showCase, showEvents } from './show-case.ts';
import { type Shown, visibleCase } from './visible-case.ts';

/** A file that came with a complaint of the case, or that staff added to it. */
export interface Enclosure {
  /** Of its complaint; of what staff added, the id of the case and "material". */
  readonly receipt: string;
  /** From 1, as its complaint or its case lists them. */
  readonly number: number;
  /** As its sender called it. */
  readonly name: string;
  readonly mediaType: string;
  /** Where it is kept; none for what is lost, never came or was never fetched. */
  readonly key?: string | undefined;
}

/** 案卷: a case with its record and its files, as whoever asks may see them. */
export interface Dossier {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
  readonly enclosures: readonly Enclosure[];
}

export interface DossierDeps extends ReadCaseDeps {
  /** Undefined where there is no such object any more. */
  readonly files: { read(key: string): Promise<Uint8Array | undefined> };
}

/** By the rights of the case view: what that does not show is not in the papers either. */
export async function openDossier(
  caseId: string,
  staff: Staff,
  now: Instant,
  deps: DossierDeps,
): Promise<Shown<Dossier>> {
  const [file, events, opened] = await Promise.all([
    showCase(caseId, staff, now, deps),
    showEvents(caseId, staff, deps),
    visibleCase(caseId, staff, deps, 'words'),
  ]);
  if (file.kind !== 'shown') return file;
  if (events.kind !== 'shown') return events;
  const { complaint, followUps, joint } = file.value;
  const letters = [complaint, ...[...followUps, ...joint].map((one) => one.complaint)];
  const sent = letters.flatMap((one) => (one ? enclosuresOf(one) : []));
  const enclosures = opened.kind === 'shown' ? [...sent, ...materialsOf(opened.value)] : sent;
  return { kind: 'shown', value: { file: file.value, events: events.value, enclosures } };
}

const enclosuresOf = ({ receipt, attachments }: AnonymousComplaint): Enclosure[] =>
  attachments.map(({ name, mediaType, key, lost }, index) => ({
    ...{ receipt, number: index + 1, name, mediaType },
    key: lost === undefined ? key : undefined,
  }));

/** Named as when they are opened alone. */
const materialsOf = ({ id, materials = [] }: Case): readonly Enclosure[] =>
  materials.map(({ number, name, mediaType, key }) => ({ receipt: `${id}-material`, number, name, mediaType, key }));

/** The bytes of those files, one after the other, as long as together they keep within `limit`; larger ones are left out. */
export async function readWithin(
  limit: number,
  enclosures: readonly Enclosure[],
  { files }: Pick<DossierDeps, 'files'>,
): Promise<ReadonlyMap<Enclosure, Uint8Array>> {
  const read = new Map<Enclosure, Uint8Array>();
  let left = limit;
  for (const one of enclosures) {
    const bytes = one.key === undefined || left <= 0 ? undefined : await files.read(one.key);
    if (!bytes || bytes.length > left) continue;
    left -= bytes.length;
    read.set(one, bytes);
  }
  return read;
}
