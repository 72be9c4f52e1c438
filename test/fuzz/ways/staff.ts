import fc from 'fast-check';
import { listsOfCases } from '../../support/lists.ts';
import { matters } from '../../support/rules.ts';
import { staffDesk } from '../../support/staff-desk.ts';
import { newWorld, rules } from '../../support/world.ts';
import { way } from '../fuzz.ts';
import { mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo } from '../promises.ts';
import { AFTER_COMMANDS } from './after-commands.ts';
import { oversightCommands } from './oversight.ts';

const words = `已核实，${PRIVATE}`;
const COMMANDS = [
  { type: 'accept' },
  { type: 'decline', reason: 'not-competent', explanation: words },
  { type: 'transfer', department: '城管局', explanation: words },
  { type: 'join', into: 'QH-0000-0000-0001', reason: words },
  { type: 'unjoin', reason: words },
  { type: 'send-way', way: 'regional', to: '某区域督察局', number: '〔2026〕1号', words },
  { type: 'acknowledge-way', way: 'regional', to: '某区域督察局' },
  { type: 'answer-way', way: 'regional', to: '某区域督察局', words },
  { type: 'report-silence', way: 'regional', to: '某区域督察局', words },
  {
    type: 'split',
    parts: [
      { lead: 'county', matter: 'odour' },
      { lead: 'county', ranges: [{ start: 0, end: 9 }] },
    ],
  },
  { type: 'assign', lead: 'neighbour', assisting: ['city'], reason: words },
  { type: 'reclassify', types: ['大气'], subtypes: ['odour'], matter: 'odour', urgency: 'urgent', reason: words },
  { type: 'correct-place', division: '990102', reason: words },
  { type: 'object', reason: words },
  { type: 'agree-return', remark: words },
  { type: 'report-incident', kind: 'initial', level: 'Ⅱ', words },
  { type: 'inform-neighbours', organs: ['neighbour'], words },
  { type: 'refuse-return', reason: words },
  { type: 'request-extension', reason: words },
  { type: 'extend' },
  { type: 'refuse-extension', reason: words },
  { type: 'report', findings: words },
  { type: 'return', missing: words },
  { type: 'propose-closing', answer: words },
  { type: 'return-closing', reason: words },
  { type: 'close' },
  { type: 'reopen', reason: words },
  { type: 'distribute', officer: { sub: 'u-1', name: PRIVATE }, reason: words },
  { type: 'hand-over', from: 'u-1', to: { sub: 'u-2', name: PRIVATE }, reason: words },
  { type: 'decline-reopening', reason: words },
  { type: 'note', words },
  { type: 'attach', files: [{ key: 'uploads/cases/QH-0000-0000-0001/a', name: PRIVATE }], remark: words },
  { type: 'answer-assistance', opinion: words },
  { type: 'record-visit', on: '2026-06-01', people: ['某某'], findings: words },
  { type: 'report-interim', findings: words, remaining: words },
  {
    type: 'plan-rectification',
    ...{ measures: words, owner: '某某', milestones: [{ what: words, by: '2026-09-01' }], end: '2026-12-01' },
  },
  { type: 'report-progress', progress: words, done: [1] },
  { type: 'complete-rectification', result: words },
  ...oversightCommands(words),
  ...AFTER_COMMANDS,
].map((command) => ({ ...command, expectedVersion: 1 }));

const claims = fc.oneof(
  fc.constantFrom(
    ...['county', 'city', 'neighbour'].map((organ) => ({ organ, sub: organ, role: 'head', name: '负责人' })),
  ),
  fc.dictionary(fc.constantFrom('organ', 'role', 'name', '__proto__'), fc.oneof(oddText, fc.jsonValue()), {
    noNullPrototype: true,
  }),
);

/** A desk with one case. */
async function office() {
  const world = newWorld();
  const attachments = [{ name: PRIVATE, mediaType: 'text/html', key: 'uploads/a' }];
  const { receipt } = await world.complain('2026-06-01 10:00', { attachments });
  await world.evidence.put('uploads/a', Buffer.from(PRIVATE), 'text/html');
  const { cases, vault: complaints, evidence: files } = world;
  const lists = listsOfCases(cases);
  const deps = { cases, complaints, files, ...lists, context: rules(), mattersOn: () => matters, waysOf: () => [] };
  return { receipt, handler: staffDesk(deps) as unknown as Parameters<typeof answerTo>[0] };
}

const requestContext = (organ: unknown) => ({
  requestId: 'r',
  timeEpoch: Date.parse('2026-06-02T02:00:00Z'),
  http: { method: 'POST' },
  authorizer: { jwt: { claims: organ } },
});

const commands = way('staff command', fc.tuple(mutatedJson(COMMANDS), claims), async ([body, who]) => {
  const { receipt, handler } = await office();
  const request = { body, path: { id: receipt }, headers: { 'content-type': 'application/json' } };
  await answerTo(handler, request, { routeKey: 'POST /v1/cases/{id}/commands', requestContext: requestContext(who) });
});

const cursor = fc.oneof(
  oddText,
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
);
const query = fc.record(
  {
    organ: fc.oneof(fc.constantFrom('county', 'neighbour'), oddText),
    status: fc.oneof(fc.constantFrom('closed', 'registered'), oddText),
    due: fc.oneof(fc.constantFrom('2026-06-16T08:00:00+08:00', '9999-99-99T00:00:00Z'), oddText),
    way: fc.oneof(fc.constantFrom('local', 'inspection'), oddText),
    reopening: fc.oneof(fc.constant('asked'), oddText),
    cursor,
  },
  { requiredKeys: [] },
);
const ROUTES = [
  ...['GET /v1/cases', 'GET /v1/cases/{id}', 'GET /v1/cases/{id}/events', '$default'],
  'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}',
];
/** Undefined: the case that there is. */
const idOrNone = fc.option(oddText, { nil: undefined });
const number = fc.oneof(fc.constantFrom('1', '0', '-1', '01', '1e400', '__proto__'), oddText);

const looks = way(
  'staff view',
  fc.tuple(fc.constantFrom(...ROUTES), query, fc.record({ id: idOrNone, receipt: idOrNone, number }), claims),
  async ([routeKey, asked, { id, receipt, number: at }, who]) => {
    const { receipt: known, handler } = await office();
    const path = { id: id ?? known, receipt: receipt ?? known, number: at };
    const request = { method: 'GET', query: asked as Record<string, string>, path };
    await answerTo(handler, request, { routeKey, requestContext: requestContext(who) });
  },
);

export const STAFF = [commands, looks];
