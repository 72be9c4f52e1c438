import { event, must, mustBeProblem, mustBeTaken, send, type Trial, told } from './trial.ts';
import { workbookOf } from './workbook.ts';

/** One promise. Throws, saying why, where it does not hold; may come back with a note. */
export interface Check {
  readonly name: string;
  readonly run: (trial: Trial) => Promise<string | undefined>;
}

const check = (name: string, run: (trial: Trial) => Promise<unknown>): Check => ({
  name,
  run: async (trial) => {
    const note = await run(trial);
    return typeof note === 'string' ? note : undefined;
  },
});

const matter = ({ run }: Trial, number: string, changes: object = {}) =>
  event('complaint.submitted', {
    externalId: `accept-${run}-${number}`,
    text: '【接口验收】市民反映餐馆油烟直排，影响楼上居民。',
    address: '测试路1号',
    ...changes,
  });

const refused = (name: string, ...[status, problem]: [number, string]) => ({
  by: (deed: (trial: Trial) => ReturnType<typeof send>) =>
    check(name, async (trial) => mustBeProblem(await deed(trial), status, problem)),
});

export const TAKING: readonly Check[] = [
  check('an order that is rightly signed is taken, and has a receipt', async (trial) => {
    const answer = await send(trial, matter(trial, 'first'));
    mustBeTaken(answer);
    return answer.json.receipt;
  }),
  check('the same message again gets the same answer, byte for byte', async (trial) => {
    const [order, id] = [matter(trial, 'again'), `msg_${trial.run}_again`];
    const answers = [await send(trial, order, { id }), await send(trial, order, { id })];
    mustBeTaken(answers[0]!);
    must(answers[0]?.text === answers[1]?.text, `${told(answers[0]!)} and then ${told(answers[1]!)}`);
  }),
  check('the same order under another webhook-id gets the same receipt', async (trial) => {
    const order = matter(trial, 'twice');
    const [one, two] = [await send(trial, order), await send(trial, order)];
    mustBeTaken(one);
    must(one.json.receipt === two.json?.receipt, `${told(one)} and then ${told(two)}`);
  }),
  check('a field that we do not know does no harm', async (trial) =>
    mustBeTaken(await send(trial, matter(trial, 'unknown-field', { colour: 'green' }))),
  ),
  check('what is wrong beside the matter refuses no order, and is noted', async (trial) => {
    const order = matter(trial, 'remark', { division: '99', contact: { phone: '保密' } });
    const answer = await send(trial, order);
    mustBeTaken(answer);
    const pointers = answer.json.notes?.map(({ pointer }: { pointer: string }) => pointer).toSorted();
    must(String(pointers) === '/data/contact/phone,/data/division', `notes ${pointers}`);
  }),
  check('of two signatures, as while a secret is changed, one right one is enough', async (trial) => {
    const headers = (signed: Readonly<Record<string, string>>) => ({
      ...signed,
      'webhook-signature': `v1,${'A'.repeat(43)}= ${signed['webhook-signature']}`,
    });
    mustBeTaken(await send(trial, matter(trial, 'rotation'), { headers }));
  }),
  check('every answer says how many requests are left', async (trial) => {
    const { headers } = await send(trial, matter(trial, 'first'));
    const left = headers.get('ratelimit');
    must(/;r=\d+/.test(left ?? '') && headers.get('ratelimit-policy'), 'no RateLimit and RateLimit-Policy headers');
    return `${left}, ${headers.get('ratelimit-policy')}`;
  }),
];

export const REFUSING: readonly Check[] = [
  refused('another content under a number that was used', 409, 'external-id-reused').by(async (trial) => {
    await send(trial, matter(trial, 'reused'));
    return send(trial, matter(trial, 'reused', { text: '【接口验收】另一件事。' }));
  }),
  refused('a wrong signature', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), {
      headers: (signed) => ({ ...signed, 'webhook-signature': `v1,${'A'.repeat(43)}=` }),
    }),
  ),
  refused('no signature', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { headers: () => ({}) }),
  ),
  refused('a body that was changed after signing', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { body: (signed) => `${signed}\n` }),
  ),
  refused('another id than was signed', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { headers: (signed) => ({ ...signed, 'webhook-id': 'msg_other' }) }),
  ),
  refused('a signature of an hour ago', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { shift: -3600 }),
  ),
  refused('a signature of an hour ahead', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { shift: 3600 }),
  ),
  refused('a partner that there is not', 401, 'signature-invalid').by((trial) =>
    send(trial, matter(trial, 'x'), { partner: 'nobody-of-that-name' }),
  ),
  refused('more than 256 KB', 413, 'body-too-large').by((trial) =>
    send(trial, matter(trial, 'x', { text: '臭'.repeat(100_000) })),
  ),
  refused('broken JSON', 400, 'broken-json').by((trial) => send(trial, '{"type":')),
  refused('an event of an unknown type', 422, 'unknown-type').by((trial) =>
    send(trial, { ...matter(trial, 'x'), type: 'complaint.archived' }),
  ),
  check('is refused, with a pointer to each wrong field: an order without number and without words', async (trial) => {
    const answer = await send(trial, matter(trial, 'x', { externalId: undefined, text: '' }));
    mustBeProblem(answer, 400, 'invalid-request');
    const pointers = answer.json.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted();
    must(String(pointers) === '/data/externalId,/data/text', `pointers ${pointers}`);
  }),
].map(({ name, run }) => ({ name: name.startsWith('is refused') ? name : `is refused: ${name}`, run }));

const NOT_PERMITTED = 'urn:huiyin:problem:partner-not-permitted';

const followUp = (name: string, type: string, text?: string): Check =>
  check(name, async (trial) => {
    const order = matter(trial, 'followed');
    const first = await send(trial, order);
    const { externalId } = order.data as { externalId: string };
    const answer = await send(trial, event(type, { externalId, followUpId: `${type}-1`, text }));
    if (answer.json?.type === NOT_PERMITTED) return 'not permitted to this partner: ask the province if you need it';
    mustBeTaken(answer);
    must(answer.json.follows === first.json?.receipt, `follows ${answer.json.follows}, not ${first.json?.receipt}`);
    return undefined;
  });

export const FOLLOWING: readonly Check[] = [
  followUp(
    'a supplement is taken, and says what it follows',
    'complaint.supplemented',
    '【接口验收】补充：油烟管道朝向居民楼。',
  ),
  followUp('a call to hurry is taken, and needs no words', 'complaint.urged'),
  followUp('a send-back is taken', 'complaint.sent-back', '【接口验收】来电人对答复不满意。'),
  check('a call to hurry for a number that never came is refused', async (trial) => {
    const answer = await send(trial, event('complaint.urged', { externalId: `accept-${trial.run}-never` }));
    if (answer.json?.type === NOT_PERMITTED) return 'not permitted to this partner';
    mustBeProblem(answer, 404, 'unknown-external-id');
    return undefined;
  }),
];

const BATCHES = { path: '/batches' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The counts of a list's report, as text. */
const outcomeOf = async (answer: Promise<Awaited<ReturnType<typeof send>>>): Promise<string> => {
  const { status, text, json } = await answer;
  must(status === 200, `${status} ${text.slice(0, 160)}`);
  return `${json.accepted} accepted, ${json.unchanged} unchanged, ${json.refused} refused`;
};

export const LISTS: readonly Check[] = [
  check(
    'a list is taken row by row; a broken row blocks no other; the same list again changes nothing',
    async (trial) => {
      const list = [matter(trial, 'row-1'), matter(trial, 'row-2', { text: '' }), matter(trial, 'row-3')];
      const first = await outcomeOf(send(trial, list, BATCHES));
      must(first === '2 accepted, 0 unchanged, 1 refused', first);
      const again = await outcomeOf(send(trial, list, BATCHES));
      must(again === '0 accepted, 2 unchanged, 1 refused', again);
    },
  ),
  check('a workbook as Excel writes it is read row by row', async (trial) => {
    const workbook = (...column: string[]) => send(trial, workbookOf(column), { ...BATCHES, mediaType: XLSX });
    const bare = await workbook('a', '1');
    mustBeProblem(bare, 400, 'unreadable-list');
    // The refusal names the heading that a list of this partner must have.
    const [, heading = ''] = /“(.+)”/.exec(bare.json.detail) ?? [];
    const numbers = [`accept-${trial.run}-a1`, `accept-${trial.run}-a2`];
    const { status, text, json } = await workbook(heading, ...numbers);
    must(status === 200, `${status} ${text.slice(0, 160)}`);
    const read = json.rows.map(({ row, externalId }: { row: number; externalId: string }) => `${row} ${externalId}`);
    must(String(read) === `2 ${numbers[0]},3 ${numbers[1]}`, `rows ${read}`);
  }),
  check('a list as CSV without its headings is refused', async (trial) =>
    mustBeProblem(await send(trial, 'a,b\n1,2\n', { ...BATCHES, mediaType: 'text/csv' }), 400, 'unreadable-list'),
  ),
  check('a list of another media type is refused', async (trial) =>
    mustBeProblem(await send(trial, 'x', { ...BATCHES, mediaType: 'application/pdf' }), 415, 'unsupported-media-type'),
  ),
];
