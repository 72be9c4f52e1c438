import { describe, expect, it } from 'vitest';
import { sharedDynamoDb } from '../support/shared.ts';
import { sendMail, sendWork, thingsIn } from './fixture/inside.ts';
import { LOOPBACKS, listeners, ownListeners, TELLS_LISTENERS } from './fixture/listening.ts';
import { ask } from './fixture/requests.ts';
import { fixtureStack } from './fixture/running.ts';

const stack = fixtureStack();

describe('a request', () => {
  it('reaches its function as API Gateway would hand it over', async () => {
    const { status, json } = await ask(stack(), 'GET', '/things/a%20b?tag=1&tag=2', { headers: { 'X-One': '1' } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      pathParameters: { id: 'a b' },
      queryStringParameters: { tag: '1,2' },
      headers: { 'x-one': '1' },
      isBase64Encoded: false,
    });
    expect(new Date(json.requestContext.timeEpoch).toISOString()).toMatch(/^2027-01-01T00:0/);
  });

  it('with text keeps it as text, with other bytes carries them in base64', async () => {
    const text = await ask(stack(), 'POST', '/things', {
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(text.json).toMatchObject({ body: '{"a":1}', isBase64Encoded: false });
    const mail = await ask(stack(), 'POST', '/things', {
      body: new Uint8Array([0xff, 0x00]),
      headers: { 'content-type': 'message/rfc822' },
    });
    expect(mail.json).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });

  it('to a route that is not there never wakes a function', async () => {
    expect(await ask(stack(), 'GET', '/nowhere')).toMatchObject({ status: 404, json: { message: 'Not Found' } });
    expect(await ask(stack(), 'DELETE', '/things/1')).toMatchObject({ status: 404 });
  });

  it('gets 500 from a function that throws or takes longer than it may, and the next one is served', async () => {
    expect(await ask(stack(), 'GET', '/things/throw')).toMatchObject({ status: 500 });
    expect(await ask(stack(), 'GET', '/things/sleep')).toMatchObject({ status: 500 });
    expect(await ask(stack(), 'GET', '/things/plain')).toMatchObject({ status: 200, json: { seen: 'plain' } });
  });

  it('of more than ten megabytes is refused', async () => {
    const body = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await ask(stack(), 'POST', '/things', { body })).toMatchObject({ status: 413 });
  });

  it('to a closed route needs a token of the province’s login', async () => {
    expect(await ask(stack(), 'GET', '/closed')).toMatchObject({ status: 401 });
    const forged = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    expect(await ask(stack(), 'GET', '/closed', { headers: forged })).toMatchObject({ status: 401 });
    const { json } = await ask(stack(), 'GET', '/_local/credentials');
    const [token] = Object.values(json.staff);
    const opened = await ask(stack(), 'GET', '/closed', { headers: { authorization: `Bearer ${token}` } });
    expect(opened.json.requestContext.authorizer.jwt.claims).toMatchObject({ aud: 'huiyin' });
  });
});

describe('a message', () => {
  it('is brought to its function with simulated times', async () => {
    await sendWork(stack(), { put: 'told' });
    await stack().drain();
    const { told } = await thingsIn(stack());
    expect(new Date(Number(told?.SentTimestamp)).toISOString()).toMatch(/^2027-01-01T/);
    expect(told?.ApproximateReceiveCount).toBe('1');
  });

  it('that always fails is set aside after three receives, and its neighbours are not', async () => {
    const before = stack().deadLetters().length;
    await sendWork(stack(), { fail: true, id: 'poison' }, { put: 'neighbour' });
    const { deadLetters } = await stack().drain();
    expect(deadLetters).toBe(before + 1);
    expect(stack().deadLetters().at(-1)).toMatchObject({ body: JSON.stringify({ fail: true, id: 'poison' }) });
    expect(await thingsIn(stack())).toHaveProperty('neighbour');
  });

  it('comes again when its function is killed in the middle of it', async () => {
    const atWork = stack().atWork('work');
    await sendWork(stack(), { put: 'survivor' });
    await atWork;
    await stack().killWorkers('work');
    await stack().drain();
    expect((await thingsIn(stack())).survivor?.ApproximateReceiveCount).toBe('2');
  });
});

describe('a stream', () => {
  it('wakes its function for the records that its filter lets through', async () => {
    await ask(stack(), 'PUT', '/things/event-1');
    await ask(stack(), 'PUT', '/things/silent-1');
    await stack().drain();
    const things = await thingsIn(stack());
    expect(things).toHaveProperty('relayed-event-1');
    expect(things).not.toHaveProperty('relayed-silent-1');
  });

  it('gives a record up after its retries, tells the failure queue where it was, and goes on', async () => {
    await ask(stack(), 'PUT', '/things/event-poison');
    await ask(stack(), 'PUT', '/things/event-2');
    await stack().drain();
    expect(await thingsIn(stack())).toHaveProperty('relayed-event-2');
    const told = stack()
      .deadLetters()
      .map(({ body }) => JSON.parse(body));
    expect(told).toContainEqual(
      expect.objectContaining({ DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1 }) }),
    );
  });
});

describe('mail', () => {
  it('put under the rule’s prefix tells the queue, with the key encoded as S3 does', async () => {
    await sendMail(stack(), 'Subject: hello\r\n\r\nbody\r\n');
    await stack().drain();
    const keys = Object.keys(await thingsIn(stack())).filter((key) => key.startsWith('mail '));
    expect(keys).toEqual([expect.stringMatching(/^mail mail\/in\+box\/[0-9a-f]{40}$/)]);
  });
});

describe('a function', () => {
  it('sees the variables of its template and where the services are, and nothing of this machine', async () => {
    const { variables } = (await stack().invoke('inspect', {})) as { variables: string[] };
    expect(variables).toContain('THINGS_TABLE_NAME');
    expect(variables).toContain('AWS_ENDPOINT_URL_DYNAMODB');
    expect(
      variables.filter((name) => !/^(AWS|SMS|CALLBACKS|THINGS|WORK)_|_(ADDRESS|API_BASE|ISSUER)$|^TIME$/.test(name)),
    ).toEqual([]);
  });

  it('that takes more memory than it has fails alone', async () => {
    await expect(stack().invoke('inspect', { fill: true })).rejects.toThrow(/memory/);
    await expect(stack().invoke('inspect', {})).resolves.toBeDefined();
  });
});

describe('the clock', () => {
  it('runs every minute of a journey, at its own time, and leaves out only those that were said to find nothing', async () => {
    const alarm = '2027-01-10T01:00:00Z';
    await stack().advanceTo('2027-01-10T00:59:59.000Z');
    expect(await thingsIn(stack())).not.toHaveProperty(`swept-${alarm}`);
    const { ran } = await stack().advanceTo('2027-01-11T00:59:59.000Z');
    expect(ran).toBe(24 * 60);
    expect(await thingsIn(stack())).toHaveProperty(`swept-${alarm}`);
    const swept = stack()
      .logs()
      .filter(({ line }) => line.startsWith('{"sweep"'))
      .map(({ line }) => JSON.parse(line).sweep);
    expect(swept).toEqual(swept.toSorted());
    expect(swept).toContain(alarm);
  });

  it('moves by a duration or to an instant, never back, and says where it is', async () => {
    const move = (body: object) => ask(stack(), 'POST', '/_local/clock', { body: JSON.stringify(body) });
    const before = (await ask(stack(), 'GET', '/_local/clock')).json.now;
    const { status, json } = await move({ advance: 'P1DT2H3M4S' });
    expect(status).toBe(200);
    expect(Date.parse(json.now) - Date.parse(before)).toBeGreaterThanOrEqual(93_784_000);
    expect(json.ran).toBeGreaterThanOrEqual(26 * 60);
    expect(await move({ now: before })).toMatchObject({ status: 400 });
    expect(await move({ advance: 'a while' })).toMatchObject({ status: 400 });
  });
});

it('a function that does what its role does not allow is refused as by AWS, and whoever waits for the stack is told', async () => {
  await expect(stack().invoke('inspect', { forbidden: 'thing' })).rejects.toThrow('may not dynamodb:PutItem');
  expect(await thingsIn(stack())).not.toHaveProperty('thing');
  await expect(stack().drain()).rejects.toThrow(/inspect\w+ may not dynamodb:PutItem on arn:aws:dynamodb:.*Things/);
});

it.runIf(TELLS_LISTENERS)(
  'nobody of another machine reaches the stack, its queues and files, or its tables',
  async () => {
    const dynamoDb = Number(new URL(await sharedDynamoDb()).port);
    const found = [...ownListeners(), ...listeners().filter(({ port }) => port === dynamoDb)];
    expect(found.map(({ port }) => port)).toEqual(
      expect.arrayContaining([Number(new URL(stack().url).port), dynamoDb]),
    );
    expect(found.filter(({ address }) => !LOOPBACKS.includes(address))).toEqual([]);
  },
);
