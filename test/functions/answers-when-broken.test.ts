import { describe, expect, it } from 'vitest';
import { createHandler as deliverNotice } from '../../functions/deliver-notice/handler.ts';
import { listsOfCases } from '../support/lists.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { matters } from '../support/rules.ts';
import { context, deliveringFor, loud, request, SECRETS, secretOffice } from '../support/secret-office.ts';
import { staffDesk } from '../support/staff-desk.ts';
import { rules } from '../support/world.ts';

describe('what is answered when something breaks', () => {
  it('tells the caller nothing of it', async () => {
    const { world, receipt } = await secretOffice();
    const desk = {
      ...listsOfCases(world.cases),
      complaints: world.vault,
      files: world.evidence,
      context: rules(),
      mattersOn: () => matters,
      waysOf: () => [],
    };
    const deps = { ...desk, cases: { ...world.cases, load: loud } };
    let text = '';
    await consoleOf(async () => {
      const answer = await staffDesk(deps)(request('GET /v1/cases/{id}', { id: receipt }, {}), context);
      expect(answer.statusCode).toBe(500);
      text = answer.body ?? '';
    });
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  it('leaves of a message that is set aside a reason without a word of it', async () => {
    const { letters, setAside } = desk();
    const office = await secretOffice();
    const { notices, world } = office;
    const transports = { email: loud, sms: loud };
    const deps = { ...deliveringFor(office), complainantOf: loud, transports, setAside };
    await consoleOf(() => deliverNotice(deps)(batchOf([notices.at(-1), { id: 7, text: '浇筑' }], { receives: 5 })));
    expect(letters).toHaveLength(2);
    for (const secret of SECRETS) for (const { reason } of letters) expect(reason).not.toContain(secret);
    expect(world.cases.all()).toHaveLength(1);
  });
});
