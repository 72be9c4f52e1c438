/** Common file systems hold 255 bytes; a Chinese character takes three. */
const MAX_CHARACTERS = 80;

/** Controls, marks that turn the direction of writing, invisible ones, and what file systems do not take. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>:"|?*\\/]/gu;

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/bmp', 'bmp'],
  ['image/heic', 'heic'],
  ['image/avif', 'avif'],
  ['image/tiff', 'tif'],
  ['video/mp4', 'mp4'],
  ['video/quicktime', 'mov'],
  ['video/3gpp', '3gp'],
  ['video/x-msvideo', 'avi'],
  ['audio/mp4', 'm4a'],
  ['audio/mpeg', 'mp3'],
  ['audio/amr', 'amr'],
  ['audio/ogg', 'ogg'],
  ['audio/wav', 'wav'],
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.ms-powerpoint', 'ppt'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
  ['application/vnd.ms-outlook', 'msg'],
  ['application/ofd', 'ofd'],
  ['application/rtf', 'rtf'],
  ['application/zip', 'zip'],
  ['application/x-rar-compressed', 'rar'],
  ['application/x-7z-compressed', '7z'],
  ['application/ms-tnef', 'dat'],
  ['application/vnd.ms-works', 'wps'],
  ['message/rfc822', 'eml'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/csv', 'csv'],
  ['text/calendar', 'ics'],
]);

/**
 * A name to show and to save under, never a path: its last part, without what hides or breaks a name, the extension
 * kept when it is cut. Empty when nothing is left.
 */
export function safeFileName(written: string): string {
  const last = written.normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last.toWellFormed().replace(UNSAFE, '').replace(/\s+/g, ' ');
  return cut(withoutEdges(clean));
}

/**
 * Character by character: a pattern that looks for the end tries each run of dots on the way as often as it is long.
 */
function withoutEdges(name: string): string {
  const characters = [...name];
  const isInside = (character: string) => !/[.\s]/.test(character);
  const start = characters.findIndex(isInside);
  return start < 0 ? '' : characters.slice(start, characters.findLastIndex(isInside) + 1).join('');
}

function cut(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_CHARACTERS) return name;
  const extension = /\.[0-9a-z]{1,8}$/i.exec(name)?.[0] ?? '';
  return characters.slice(0, MAX_CHARACTERS - extension.length).join('') + extension;
}

/**
 * The same names, none empty and no two alike: 现场.jpg, 现场 (2).jpg. A file without a name gets one that tells its type:
 * 附件2.jpg, or `title` with it where the file is alone.
 */
export function fileNames(
  files: readonly { readonly name: string; readonly mediaType: string }[],
  title = '',
): string[] {
  const taken = new Set<string>();
  return files.map(({ name, mediaType }, index) => {
    const fallback = (files.length === 1 && safeFileName(title)) || `附件${index + 1}`;
    const unique = firstFree(safeFileName(name) || withExtension(fallback, mediaType), taken);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** For a name that is ours, not the sender's. */
export function withExtension(name: string, mediaType: string): string {
  const extension = EXTENSIONS.get(mediaType);
  return /\.[0-9a-z]{1,8}$/i.test(name) || !extension ? name : `${name}.${extension}`;
}

/** When a photo was taken, in a name: file systems take no colon. */
export const takenText = (takenAt: string): string => `${takenAt.replace(':', '时')}分拍摄`;

/** With when it was taken, since that is no longer in the photo: 现场（2026-11-20 21时03分拍摄）.jpg. */
export function takenName(name: string, takenAt: string | undefined): string {
  if (takenAt === undefined) return name;
  const [, stem = name, extension = ''] = NAME.exec(name) ?? [];
  return `${stem}（${takenText(takenAt)}）${extension}`;
}

const NAME = /^(.*?)(\.[0-9a-z]{1,8})?$/i;

function firstFree(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ''] = NAME.exec(name) ?? [];
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : `${stem} (${copy})${extension}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** What a name says of a file, where nothing else does; undefined for an extension that is none of ours. */
export function mediaTypeByName(name: string): string | undefined {
  const extension = /\.([0-9a-z]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return [...EXTENSIONS].find(([, own]) => own === extension)?.[0];
}
