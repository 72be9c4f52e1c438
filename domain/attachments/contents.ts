/** What office programs pack: the names of its parts tell what it is. */
const PACKED: readonly (readonly [RegExp, string])[] = [
  [/word\/document\d*\.xml/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/xl\/workbook\.(xml|bin)/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/ppt\/presentation\.xml/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  [/OFD\.xml/i, 'application/ofd'],
];
/** OpenDocument and EPUB say so themselves, unpacked, in their first part. */
const SAID = /mimetype(application\/[\w.+-]+)(?=PK)/;

/** The streams of old office files, by their names in UTF-16. WPS writes its letters as Word does. */
const STREAMS: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1', 'application/vnd.ms-outlook'],
];

/** Names stand at the head of each part, and all of them in a directory at the end. */
const LOOKED_AT = 64 * 1024;

/** What is in an archive or an old office file, if it is a document; undefined where nothing says so. */
export function documentIn(bytes: Uint8Array, container: string): string | undefined {
  const names = latin1(bytes.subarray(0, LOOKED_AT)) + latin1(bytes.subarray(LOOKED_AT).subarray(-LOOKED_AT));
  if (container === 'application/zip') return SAID.exec(names)?.[1] ?? PACKED.find(([part]) => part.test(names))?.[1];
  if (container !== 'application/x-ole-storage') return undefined;
  return STREAMS.find(([name]) => names.includes([...name].join('\0')))?.[1];
}

const MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/;
const MAIL_FIELD = /^(?:from|received|return-path|message-id|mime-version|date|subject):/im;

/** A letter or plain words, where no signature says what a file is; undefined for what is no text. */
export function textTypeOf(bytes: Uint8Array): 'message/rfc822' | 'text/plain' | undefined {
  const start = bytes.subarray(0, 4096);
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isUtf16) return 'text/plain';
  // Neither UTF-8 nor GB18030 has controls beside those of lines; pictures and programs are full of them.
  if (start.length === 0 || start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
  const text = latin1(start).replaceAll('\r\n', '\n');
  // What a browser would run is no mere text.
  if (/^(\xef\xbb\xbf)?\s*</.test(text)) return undefined;
  return MAIL.test(text) && MAIL_FIELD.test(text) ? 'message/rfc822' : 'text/plain';
}

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  // Not all at once: each byte becomes an argument.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
