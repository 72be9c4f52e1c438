import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../domain/case/rights/roles.ts';
import { PAPER_KINDS } from '../../domain/papers/papers.ts';
import {
  ACCESS,
  ARCHIVE,
  CASE,
  CLAIMS,
  COMMAND,
  COMPLAINANT,
  DOCUMENT,
  DOCUMENTS,
  EVENTS,
  EXPORT,
  FILE,
  LIST,
  MATERIAL,
  NOTICES,
  office,
  PAPER,
  PRINT,
  UPLOAD,
} from '../support/office.ts';
import { PLACES, type Place, places } from '../support/places.ts';

/** Nobody else is called so, and nothing else says so. */
const CONTACT = ['欧阳记号', '13987650000', 'marked@citizen.example'];
const WORDS = ['标记之语', '标记之址', '标记之厂', '标记之图'];
const OF_THE_CASE = ['建筑施工噪声', 'county局', '东川区', ...WORDS];

const complaint = {
  contact: { name: CONTACT[0]!, phone: CONTACT[1]!, email: CONTACT[2]! },
  text: '标记之语：工地每晚浇筑混凝土。',
  ...{ address: '标记之址', target: '标记之厂' },
  attachments: [{ name: '标记之图.jpg', mediaType: 'image/jpeg', key: 'photo' }],
};

/** Who reads what the complainant wrote, by hand: nobody by a list, a record, a paper or a document. */
const READERS: readonly Role[] = ['handler', 'reviewer', 'head', 'duty', 'petition', 'supervisor'];
const READING: Partial<Record<Place, readonly Role[]>> = {
  ...{ own: [...READERS, 'publicity'], above: [...READERS, 'publicity'] },
  ...{ assigner: READERS, assisting: READERS, overseeing: READERS },
};

const asked = (route: string, more: object = {}) => ({ route, more });
/** Every way to look at a case, and one that changes it; only the contact itself is asked for elsewhere. */
const WAYS = [
  ...[LIST, EXPORT, CASE, EVENTS, NOTICES, PRINT, ARCHIVE, DOCUMENTS, ACCESS].map((route) => asked(route)),
  asked(EXPORT, { query: { format: 'xlsx' } }),
  ...PAPER_KINDS.map((kind) => asked(DOCUMENT, { path: { kind } })),
  ...['1', '2', '3'].map((number) => asked(PAPER, { path: { number } })),
  asked(MATERIAL, { path: { number: '1' } }),
  asked(FILE, { path: { number: '1' } }),
  asked(UPLOAD, { body: { mediaType: 'image/jpeg', bytes: 9 } }),
  asked(COMMAND, { body: { type: 'note', words: '已看', expectedVersion: 999 } }),
  asked(COMPLAINANT, { body: { reason: 'no-such-reason' } }),
];
const SHOWS_WORDS: readonly string[] = [CASE, PRINT, ARCHIVE];

async function at(place: Place) {
  const here = await office(complaint);
  await here.world.evidence.put('photo', Buffer.from('jpeg'), 'image/jpeg');
  const [organ, ...before] = PLACES[place];
  for (const [who, command] of before)
    expect(await here.world.order('2026-06-01 12:00', who, here.receipt, command)).toMatchObject({ kind: 'done' });
  if (before.length === 0) {
    await here.world.order('2026-06-01 12:00', 'county', here.receipt, { type: 'accept' });
    const closed = await here.world.close('2026-06-01 13:00', 'county', here.receipt, {
      answer: '经查属实，夜间施工已经停止，并已立案处罚。',
    });
    expect(closed).toMatchObject({ kind: 'done' });
  }
  const ask = async (role: Role, { route, more }: (typeof WAYS)[number]) => {
    const claims = { ...CLAIMS, sub: `${organ}-${role}`, organ, role };
    const { path, ...rest } = more as { path?: Record<string, string> };
    const answer = await here.call(route, {
      ...{ claims, id: here.receipt, path: { receipt: here.receipt, ...path } },
      ...rest,
    });
    const sent = route === ARCHIVE && answer.status === 303 ? await archived(answer.headers) : answer.bytes;
    return { status: answer.status, text: textIn(sent) + JSON.stringify(answer.headers) };
  };
  const archived = async (headers: object) => {
    const { pathname } = new URL(String(Reflect.get(headers, 'location')));
    return await here.archives.read(decodeURIComponent(pathname.slice(1)));
  };
  return { ask };
}

/** Everything that can be read in it, packed or not. */
function textIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return Buffer.from(bytes).toString();
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + strFromU8(part))
    .join('\n');
}

it('the contact is there to be found: whoever may reach the person is shown it', async () => {
  const { ask } = await at('own');
  const { text } = await ask('handler', asked(COMPLAINANT, { body: { reason: 'facts' } }));
  expect(found(CONTACT, text)).toEqual(CONTACT);
});

const found = (words: readonly string[], text: string) => words.filter((word) => text.includes(word));

describe.each(places)('where an organ is %s', (place) => {
  it('nothing that is shown, printed, packed or drawn says who complained, and the words are for their readers', async () => {
    const { ask } = await at(place);
    const opened = new Set<string>();
    for (const way of WAYS)
      for (const role of ROLE_NAMES) {
        const { status, text } = await ask(role, way);
        const where = [way.route, role, status];
        expect([...where, found(CONTACT, text)]).toEqual([...where, []]);
        const isReader = SHOWS_WORDS.includes(way.route) && READING[place]?.includes(role);
        if (!isReader) expect([...where, found(WORDS, text)]).toEqual([...where, []]);
        if (isReader) expect([...where, found(['标记之语'], text)]).toEqual([...where, ['标记之语']]);
        if (status === 403 || status === 404) expect([...where, found(OF_THE_CASE, text)]).toEqual([...where, []]);
        else opened.add(way.route);
      }
    if (place === 'own') for (const shown of [DOCUMENT, EXPORT, ARCHIVE]) expect(opened).toContain(shown);
  });
});
