import { fileNames } from '../../domain/attachments/file-name.ts';
import { MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Attachment } from '../../domain/complaint.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import type { TypedForm } from '../shared/submission/typed-form.ts';
import { isScanOf } from './entering.ts';

export interface EnclosedDeps {
  /** Undefined where no such file has come yet. */
  readonly keptFiles: { mediaTypeOf(key: string): Promise<string | undefined> };
  readonly sha256: (text: string) => string;
}

export type Enclosed =
  | { readonly kind: 'enclosed'; readonly attachments: readonly Attachment[] }
  /** Names of those that have not come, or that somebody else sent. */
  | { readonly kind: 'missing'; readonly names: readonly string[] };

/** The scans that the form names, as the complaint keeps them; one without a name is left out. */
export async function enclosedIn(form: TypedForm, staff: Staff, deps: EnclosedDeps): Promise<Enclosed> {
  const files = filesTyped(form.value, MOST_ATTACHED).flatMap(({ key, name }) =>
    name === undefined ? [] : { key, name },
  );
  const known = await Promise.all(
    files.map(async ({ key, name }) => {
      const mediaType = isScanOf(staff, key, deps.sha256) ? await deps.keptFiles.mediaTypeOf(key) : undefined;
      return { key, name, mediaType };
    }),
  );
  const missing = known.filter(({ mediaType }) => mediaType === undefined);
  if (missing.length > 0) return { kind: 'missing', names: missing.map(({ name }) => name) };
  const kept = known.map(({ key, name, mediaType = '' }) => ({ key, name, mediaType }));
  const names = fileNames(kept);
  return { kind: 'enclosed', attachments: kept.map((one, index) => ({ ...one, name: names[index]! })) };
}
