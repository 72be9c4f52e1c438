import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHandler } from '../../functions/accept-web-complaint/handler.ts';
import { documentOf } from '../../functions/describe-api/document.ts';
import { ROUTES } from '../../functions/describe-api/routes.ts';
import { conformanceTo, type OpenApiDocument } from '../support/api-conformance.ts';
import { intake, send } from '../support/intake.ts';

const faultsOf = conformanceTo(JSON.parse(JSON.stringify(documentOf(ROUTES))) as OpenApiDocument);
const headers = { 'content-type': 'application/json' };

// Lengths are described as they count, without the blanks around a text.
const padded = (value: unknown) => (typeof value === 'string' && value.length < 100 ? ` ${value} ` : value);

/**
 * As forms send it: filled in, left blank, null, or not there; with blanks around it; in full-width characters; or
 * wrong.
 */
const field = (...right: unknown[]) =>
  fc.constantFrom(undefined, null, '', '　', 7, '错', ...right, ...right.map(padded));

const form = fc.record({
  text: field('夜间有刺鼻气味', '𠮷'.repeat(10_000)),
  address: field('城东工业区', '路'.repeat(500)),
  division: field('320100'),
  location: field({ latitude: 31.2, longitude: 121.5 }, { latitude: 91, longitude: 0 }),
  target: field('某化工厂'),
  anonymous: field(true, false),
  contact: field(
    { name: null, phone: '０２５－８３１２３４５６' },
    { phone: '+86 139-0000-0000', email: 'qian@citizen.example' },
  ),
  attachments: field([], [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/2026/abc.jpg' }]),
  more: field({ unknown: true }),
});

it('whatever the web form takes is described in /openapi.json or noted in the answer, and so is every answer', async () => {
  let taken = 0;
  const trial = async (value: object) => {
    const body = JSON.stringify(value);
    const answer = await send(createHandler(intake()), { body, headers });
    taken += answer.status === 202 ? 1 : 0;
    const exchange = {
      method: 'POST',
      target: '/v1/complaints',
      request: { headers, body: Buffer.from(body) },
      answer: { status: answer.status!, headers: { 'content-type': answer.type }, body: Buffer.from(answer.text) },
    };
    const pointers: string[] = (answer.json.notes ?? []).map(({ pointer }: { pointer: string }) => pointer);
    // A contact that is not to be kept is not looked at.
    const noted = [...pointers, '/contact'].map((pointer) => `request: ${pointer}`);
    expect(faultsOf(exchange).filter((fault) => !noted.some((one) => fault.startsWith(one)))).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(form, trial), { numRuns: 1_000 });
  expect(taken).toBeGreaterThan(10);
});
