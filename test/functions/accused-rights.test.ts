import { describe, expect, it } from 'vitest';
import { ledFromAbove } from '../../domain/accused/recusal.ts';
import { STAFF_ACTS, type StaffCommand } from '../../domain/case/acts.ts';
import { BODIES } from '../support/act-bodies.ts';
import {
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
  office,
  PRINT,
} from '../support/office.ts';
import { organs, signerBeside } from '../support/rules.ts';
import { analyse } from '../support/world.ts';

/** Who is accused, and what each organ of the roster is to the case then. */
const RELATIONS = {
  county: { county: 'hidden', neighbour: 'stranger', city: 'lead', province: 'above', desk: 'stranger' },
  city: { county: 'hidden', neighbour: 'hidden', city: 'hidden', province: 'lead', desk: 'stranger' },
  province: { county: 'hidden', neighbour: 'hidden', city: 'hidden', province: 'hidden', desk: 'lead' },
  desk: { county: 'assisting', neighbour: 'stranger', city: 'above', province: 'lead', desk: 'hidden' },
} as const;
type Accused = keyof typeof RELATIONS;

const accusing = (organ: Accused) => () => {
  const analysis = analyse();
  const held = ledFromAbove(analysis.route, [organ], { organs, catchAllOrgan: 'desk' });
  return { ...analysis, route: { ...analysis.route, ...held }, accused: [{ organ, why: [`${organ}局：不作为`] }] };
};

const REQUESTS = [
  [CASE, {}],
  [EVENTS, {}],
  [FILE, {}],
  [PRINT, {}],
  [ARCHIVE, {}],
  [DOCUMENTS, {}],
  [DOCUMENT, {}],
  ...Object.entries(BODIES).map(([type, body]) =>
    type === 'reveal-contact'
      ? ([COMPLAINANT, body] as const)
      : ([COMMAND, { type, expectedVersion: 1, ...body }] as const),
  ),
] as const;

const PAIRS = Object.entries(RELATIONS).flatMap(([accused, relations]) =>
  Object.entries(relations).map(([organ, relation]) => ({ accused: accused as Accused, organ, relation })),
);
const hidden = PAIRS.filter(({ relation }) => relation === 'hidden');
const others = PAIRS.filter(({ relation }) => relation !== 'hidden');

const attached = { attachments: [{ name: '照片.jpg', mediaType: 'image/jpeg', key: 'photo' }] };

/** What was done with the case before somebody asks. */
const ACCEPT: StaffCommand = { type: 'accept' };
const REPORT: StaffCommand = { type: 'report', findings: '经查，反映的情况部分属实。' };
const PROPOSE: StaffCommand = { type: 'propose-closing', answer: '经查属实，已责令改正并通报批评。' };
const STATES = {
  registered: [],
  accepted: [ACCEPT],
  reported: [ACCEPT, REPORT],
  closed: [ACCEPT, PROPOSE, { type: 'close' }],
} as const;
type State = keyof typeof STATES;
const states = Object.keys(STATES) as State[];

/** The office with that case, as far as its lead has brought it. */
async function officeWith(accused: Accused, state: State) {
  const here = await office(attached, accusing(accused));
  const lead = (await here.world.cases.load(here.receipt))!.lead;
  for (const command of STATES[state])
    await here.world.order(
      '2026-06-01 12:00',
      command.type === 'close' ? signerBeside(lead) : lead,
      here.receipt,
      command,
    );
  expect((await here.world.cases.load(here.receipt))?.status).toBe(state);
  return here;
}

describe('a case that accuses an organ', () => {
  it.each(hidden.flatMap((pair) => states.map((state) => ({ ...pair, state }))))(
    'of $accused, $state, is to $organ as if there were none: every view, file and act',
    async ({ accused, organ, state }) => {
      const { receipt, call } = await officeWith(accused, state);
      const claims = { ...CLAIMS, organ };
      for (const [route, body] of REQUESTS) {
        const ask = async (id: string) => {
          const { status, json } = await call(route, {
            claims,
            id,
            path: { receipt: id, number: '1', kind: 'accepted' },
            body,
          });
          return { status, type: json.type, title: json.title, detail: json.detail };
        };
        expect([body, await ask(receipt)]).toEqual([body, await ask('QH-0000-0000-0000')]);
        expect((await ask(receipt)).status).toBe(404);
      }
    },
  );

  it.each(hidden.flatMap((pair) => states.map((state) => ({ ...pair, state }))))(
    'of $accused, $state, stands in no list that $organ may ask for, on the screen or as a file',
    async ({ accused, organ, state }) => {
      const { receipt, call } = await officeWith(accused, state);
      const kinds = [{}, { status: state }, { way: 'local' }, { due: '2027-12-31T00:00:00Z' }, { reopening: 'asked' }];
      for (const asked of organs.keys())
        for (const kind of kinds)
          for (const route of [LIST, EXPORT]) {
            const { text } = await call(route, { claims: { ...CLAIMS, organ }, query: { organ: asked, ...kind } });
            expect([route, asked, kind, text.includes(receipt)]).toEqual([route, asked, kind, false]);
          }
    },
  );

  it.each(others)('of $accused is seen by $organ as any other: $relation', async ({ accused, organ, relation }) => {
    const { receipt, call } = await office(attached, accusing(accused));
    const { status } = await call(CASE, { claims: { ...CLAIMS, organ }, id: receipt });
    expect(status).toBe(relation === 'stranger' ? 403 : 200);
  });

  it.each(['county', 'city', 'province', 'desk'] as const)(
    'of %s sends nothing to whoever it is hidden from, however long nobody touches it',
    async (accused) => {
      const { world } = await office({}, accusing(accused));
      await world.sweepUntil('2026-12-31 00:00');
      const reached = world.outbox.flatMap(({ to }) => /@(\w+)\.example$/.exec(to)?.[1] ?? []);
      const told = new Set(reached.filter((name) => organs.has(name)));
      for (const { organ } of hidden.filter((pair) => pair.accused === accused)) expect([...told]).not.toContain(organ);
      const lead = PAIRS.find((pair) => pair.accused === accused && pair.relation === 'lead')!.organ;
      expect(told).toContain(lead);
      expect(world.outbox.some(({ to, subject }) => to === `leader@${lead}.example` && subject.includes('关注'))).toBe(
        true,
      );
    },
  );

  it('is taken for what every act asks: none is left out above', () => {
    expect(Object.keys(BODIES).toSorted()).toEqual(Object.keys(STAFF_ACTS).toSorted());
  });
});
