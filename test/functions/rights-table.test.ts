import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { ROLE_NAMES, type Role } from '../../domain/case/rights/roles.ts';
import { BODIES } from '../support/act-bodies.ts';
import { CASE, CLAIMS, COMMAND, COMPLAINANT, EVENTS, FILE, office } from '../support/office.ts';
import { PLACES, type Place, places } from '../support/places.ts';

/**
 * What the people of an organ may, by what it is to a case: one letter for each role. Written down by hand, and not
 * from domain/case/rights/rights.ts, which it is there to check.
 */
const LETTERS: Readonly<Record<Role, string>> = {
  ...{ handler: 'h', reviewer: 'r', head: 'H', duty: 'd', petition: 'p' },
  ...{ supervisor: 's', publicity: 'i', auditor: 'a', ops: 'o' },
};

type Allowed = Partial<Record<Place, string>>;

const SEEING: Allowed = {
  own: 'hrHdpsia',
  above: 'hrHdpsia',
  assigner: 'hrHdps',
  assisting: 'hrHdps',
  overseeing: 'hrHdps',
};
const VIEWS: Readonly<Record<string, Allowed>> = {
  [CASE]: SEEING,
  [EVENTS]: SEEING,
  [FILE]: { ...SEEING, own: 'hrHdpsi', above: 'hrHdpsi' },
  [COMPLAINANT]: { own: 'hHp' },
};

const TAKES_UP: Allowed = { own: 'hHp', above: 'Hp' };
const WORKS: Allowed = { own: 'hH', above: 'H' };
const DECIDES: Allowed = { own: 'rH', above: 'rH' };
const SETTLES: Allowed = { assigner: 'rHp' };
const HURRIES: Allowed = { own: 'hHd', above: 'hHd' };

/** Of a case that is registered and nothing more. */
const ACTS: Readonly<Record<Exclude<StaffCommand['type'], 'reveal-contact'>, Allowed>> = {
  accept: TAKES_UP,
  join: TAKES_UP,
  assign: TAKES_UP,
  reclassify: TAKES_UP,
  'correct-place': TAKES_UP,
  'set-apart': TAKES_UP,
  unjoin: TAKES_UP,
  split: TAKES_UP,
  mark: { own: 'hrHdp', above: 'rHps' },
  instruct: { own: 'H', above: 'rHps' },
  'answer-instruction': { own: 'hH' },
  supervise: { above: 'rHps' },
  'extend-supervision': { above: 'rHps' },
  'issue-order': { above: 'rHps' },
  acknowledge: { own: 'hrHdp', above: 'rHps' },
  'acknowledge-transfer': WORKS,
  'inform-authorities': HURRIES,
  'lift-supervision': { above: 'rHps' },
  'send-way': DECIDES,
  'acknowledge-way': WORKS,
  'answer-way': WORKS,
  'report-silence': WORKS,
  decline: DECIDES,
  transfer: DECIDES,
  'correct-accused': DECIDES,
  extend: DECIDES,
  'refuse-extension': DECIDES,
  'decline-reopening': DECIDES,
  object: { own: 'hH' },
  report: { own: 'hH' },
  'request-extension': WORKS,
  'suspect-violation': WORKS,
  'decline-filing': WORKS,
  'file-penalty': WORKS,
  'pause-penalty': WORKS,
  'resume-penalty': WORKS,
  'end-penalty': WORKS,
  'publish-penalty': WORKS,
  'record-visit': { own: 'hrHdp', above: 'rHps', assisting: 'hrHdp' },
  'report-interim': { own: 'hH' },
  'plan-rectification': { own: 'hH' },
  'report-progress': { own: 'hH' },
  'complete-rectification': { own: 'hH' },
  'propose-closing': WORKS,
  'return-closing': DECIDES,
  close: DECIDES,
  'agree-return': SETTLES,
  'refuse-return': SETTLES,
  'report-incident': HURRIES,
  'inform-neighbours': HURRIES,
  return: { above: 'rHp' },
  reopen: { above: 'rHps' },
  distribute: { own: 'Hdp', assisting: 'Hdp' },
  note: { own: 'hrHdp', above: 'rHps', assisting: 'hrHdp' },
  attach: { own: 'hrHdp', above: 'rHps', assisting: 'hrHdp' },
  'answer-assistance': { assisting: 'hrHdp' },
  'hand-over': { own: 'hrHdp', assisting: 'hrHdp' },
  'request-review': TAKES_UP,
  'open-hearing': { above: 'rHp' },
  'close-hearing': { above: 'rHp' },
  'decide-review': { above: 'rHp' },
  conclude: { above: 'rHp' },
  ask: { own: 'hHp' },
  'record-mediation': WORKS,
  'confirm-agreement': WORKS,
  'report-broken-agreement': WORKS,
  'call-back': { own: 'hrHdp', above: 'rHps' },
  revisit: { own: 'hrHdp', above: 'rHps' },
};

type Office = Awaited<ReturnType<typeof office>>;

const attached = { attachments: [{ name: '照片.jpg', mediaType: 'image/jpeg', key: 'photo' }] };
const told = (here: Office, who: string, command: StaffCommand) =>
  here.world.order('2026-06-01 12:00', who, here.receipt, command);

async function at(place: Place) {
  const here = await office(attached);
  await here.world.evidence.put('photo', Buffer.from('jpeg'), 'image/jpeg');
  const [organ, ...before] = PLACES[place];
  for (const [who, command] of before) expect(await told(here, who, command)).toMatchObject({ kind: 'done' });
  const ask = async (role: Role, route: string, body?: object) => {
    const claims = { ...CLAIMS, sub: `${organ}-${role}`, organ, role };
    return await here.call(route, { claims, id: here.receipt, path: { receipt: here.receipt, number: '1' }, body });
  };
  return { ...here, ask };
}

/** 403 and 404 are for whoever may not; whatever else comes, comes to whoever may. */
const mayBy = (status: number | undefined) => status !== 403 && status !== 404;

describe.each(places)('where an organ is %s', (place) => {
  it('each of its people sees what the table says, by every view', async () => {
    const { ask } = await at(place);
    for (const [route, allowed] of Object.entries(VIEWS))
      for (const role of ROLE_NAMES) {
        const { status } = await ask(role, route, route === COMPLAINANT ? { reason: 'facts' } : undefined);
        expect([route, role, mayBy(status)]).toEqual([route, role, allowed[place]?.includes(LETTERS[role]) ?? false]);
      }
  });

  it('each of its people may give what the table says, of every act; who may not learns nothing of the case', async () => {
    const { ask } = await at(place);
    for (const [type, allowed] of Object.entries(ACTS))
      for (const role of ROLE_NAMES) {
        // Rights come before the version: whoever may is told that theirs is old, and the case stays as it is.
        const body = { type, expectedVersion: 999, ...BODIES[type as StaffCommand['type']] };
        const { status, text } = await ask(role, COMMAND, body);
        expect([type, role, mayBy(status)]).toEqual([type, role, allowed[place]?.includes(LETTERS[role]) ?? false]);
        if (!mayBy(status))
          for (const word of ['施工', '已登记', 'county局', '钱测试']) expect(text).not.toContain(word);
      }
  });
});

describe('what goes by more than the role', () => {
  it('an emergency is taken in hand by the duty desk of the lead and of those above', async () => {
    const here = await at('own');
    const urgent = {
      type: 'reclassify',
      types: ['水'],
      matter: 'water-body',
      urgency: 'emergency',
      reason: '死鱼',
    } as const;
    await told(here, 'county', urgent);
    const state = (await here.world.cases.load(here.receipt))!;
    for (const organ of ['county', 'city'])
      for (const [route, body] of [
        [COMMAND, { type: 'accept', expectedVersion: state.version + 99 }],
        [COMPLAINANT, { reason: 'emergency' }],
      ] as const) {
        const claims = { ...CLAIMS, organ, role: 'duty' };
        const { status } = await here.call(route, { claims, id: here.receipt, body });
        expect([organ, route, mayBy(status)]).toEqual([organ, route, true]);
      }
  });

  it('an auditor sees what was done, and no word of the complainant', async () => {
    const { ask } = await at('own');
    const { json, text } = await ask('auditor', CASE);
    expect(json).toMatchObject({ lead: 'county', acts: [] });
    expect(json.complaint).toBeUndefined();
    for (const word of ['浇筑', '新河路', '某工地']) expect(text).not.toContain(word);
  });

  it('whoever may see no case does not learn whether there is one', async () => {
    const { call, receipt } = await office();
    const body = { type: 'accept', expectedVersion: 1 };
    const ask = async (route: string, id: string) => {
      const { status, json } = await call(route, { claims: { ...CLAIMS, role: 'ops' }, id, body });
      return [status, json.type];
    };
    for (const route of [CASE, EVENTS, FILE, COMMAND])
      expect(await ask(route, receipt)).toEqual(await ask(route, 'QH-0000-0000-0000'));
  });

  it('whoever an organ above must ask is told whose turn it is', async () => {
    const { ask } = await at('above');
    const { json } = await ask('head', COMMAND, { type: 'report', findings: '已查', expectedVersion: 1 });
    expect(json.detail).toBe('此操作由主办单位办理');
  });
});
