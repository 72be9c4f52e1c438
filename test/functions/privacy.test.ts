import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import { createHandler as deliverNotice } from '../../functions/deliver-notice/handler.ts';
import { createHandler as recomputeDeadlines } from '../../functions/recompute-deadlines/handler.ts';
import { createHandler as recordBounces } from '../../functions/record-bounces/handler.ts';
import { createHandler as registerComplaint } from '../../functions/register-complaint/handler.ts';
import { createHandler as relayEvents } from '../../functions/relay-events/handler.ts';
import { createHandler as showProgress } from '../../functions/show-progress/handler.ts';
import { createHandler as sweepDeadlines } from '../../functions/sweep-deadlines/handler.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { listsOfCases } from '../support/lists.ts';
import { batchOf, consoleOf, inTime, streamOf } from '../support/messages.ts';
import { matters, policies } from '../support/rules.ts';
import {
  context,
  deliveringFor,
  loud,
  request,
  SECRETS,
  type SecretOffice,
  secretOffice,
} from '../support/secret-office.ts';
import { sesReport } from '../support/ses.ts';
import { staffDesk } from '../support/staff-desk.ts';
import { analyse, repeats, rules } from '../support/world.ts';

describe('nothing anybody wrote and no address reaches a log line', () => {
  const jobs: Record<string, (office: SecretOffice) => Promise<unknown>> = {
    'when complaints are registered': async ({ world, receipt, setAside }) => {
      const deps = {
        complaints: world.vault,
        analyse,
        cases: world.cases,
        context: rules(),
        repeats: repeats(),
        fetchLater: async () => {},
        setAside,
      };
      const batch = batchOf([{ receipt }, `{"receipt":"浇筑`, { receipt: ['浇筑'] }, { receipt: 'QH-NONE' }]);
      await registerComplaint(deps)(batch, inTime);
      await registerComplaint({ ...deps, complaints: { readComplaint: loud } })(batch, inTime);
      await registerComplaint({ ...deps, analyse: () => JSON.parse('{"浇筑') })(batch, inTime);
      await registerComplaint({ ...deps, complaints: { readComplaint: loud }, setAside: loud })(batch, inTime);
      await registerComplaint({ ...deps, repeats: { ...deps.repeats, recent: loud } })(batch, inTime);
      await registerComplaint({ ...deps, repeats: { ...deps.repeats, file: loud } })(batch, inTime);
    },
    'when timers fire': async ({ world }) => {
      const deps = { cases: world.cases, due: world.cases.due, context: rules() };
      await world.complain('2026-06-01 12:00', { sourceId: 'other' });
      await sweepDeadlines({ ...deps, cases: { ...deps.cases, load: loud } })({ time: '2026-06-30T00:00:00Z' });
      await sweepDeadlines(deps)({ time: '2026-06-30T00:00:00Z' });
      await sweepDeadlines({ ...deps, due: { ...deps.due, dueBy: loud } })({ time: '2026-06-30T00:00:00Z' }).catch(
        () => {},
      );
    },
    'when events are relayed': async ({ relay, noticeQueue, events }) => {
      const stream = streamOf([{ caseId: 'QH-1', seq: 1, type: '浇筑' }, ...events]);
      await relayEvents({ ...relay, noticeQueue })(stream);
      await relayEvents({ ...relay, noticeQueue: { send: loud } })(stream);
      await relayEvents({ ...relay, noticeQueue, cases: { load: loud, events: loud, commit: loud } })(stream);
    },
    'when notices are delivered': async (office) => {
      const { world, notices, setAside } = office;
      const complainantOf = world.vault.readContact;
      const say = (result: SendResult) => async () => result;
      const results: (() => Promise<SendResult>)[] = [
        ...[say({ kind: 'sent', reference: 'r' }), say({ kind: 'refused', reason: 'SMTP 550 qian@citizen.example' })],
        ...[say({ kind: 'busy', reason: '13911112222' }), say({ kind: 'unknown', reason: '浇筑' }), loud],
      ];
      for (const send of results) {
        const transports = { email: send, sms: send };
        const deps = { ...deliveringFor(office), complainantOf, transports, setAside };
        await deliverNotice(deps)(batchOf([...notices, '{"to":"qian@citizen.example"', { id: 7, text: '浇筑' }]));
        await deliverNotice(deps)({ time: '2026-06-01T10:00:00Z' });
        await deliverNotice(deps)({ time: '2026-06-01T10:00:00Z', reopen: notices.map(({ id }) => id) });
        await deliverNotice({ ...deps, complainantOf: loud, setAside: loud })(batchOf(notices, { receives: 5 }));
      }
    },
    'when mail comes back': async ({ world, receipt, noticeQueue, setAside }) => {
      const kept = {
        kept: world.keep.kept,
        deliveries: world.deliveries,
        suppressions: memorySuppressions(),
        noticeQueue,
        setAside,
      };
      const deps = {
        ...kept,
        cases: world.cases,
        incidents: world.incidents,
        rules: rules(),
        staff: () => new Set<string>(),
      };
      const to = ['qian@citizen.example', 'handler@county.example'];
      const bodies = [
        sesReport({ bounce: 'Permanent' }, { to, notice: `${receipt}#2#complainant` }),
        sesReport({ complaint: null }, { to, notice: '浇筑' }),
        ...['{"bounce":"qian@citizen.example"', { eventType: 'Bounce', bounce: { bounceType: '浇筑' } }],
      ];
      await recordBounces(deps)(batchOf(bodies));
      const broken = { ...deps, suppressions: { suppress: loud, addFailure: loud }, setAside: loud };
      await recordBounces(broken)(batchOf(bodies, { receives: 5 }));
    },
    'when staff work': async ({ world, receipt }) => {
      const { cases, vault: complaints, evidence: files } = world;
      const attachments = [{ name: '钱测试.jpg', mediaType: 'image/jpeg', key: 'uploads/a' }];
      const photo = await world.complain('2026-06-01 10:00', { sourceId: 'form-2', attachments });
      await files.put('uploads/a', Buffer.from('浇筑'), 'image/jpeg');
      const deps = {
        cases,
        ...listsOfCases(cases),
        complaints,
        files,
        context: rules(),
        mattersOn: () => matters,
        waysOf: () => [],
      };
      const broken = { ...deps, cases: { ...world.cases, load: loud, events: loud }, lists: { read: loud } };
      const names = { id: photo.receipt, receipt: photo.receipt, number: '1' };
      for (const files of [deps.files, { addressOf: loud, read: loud }]) {
        await staffDesk({ ...deps, files })(
          request('GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}', names, {}),
          context,
        );
      }
      const bodies = [
        { type: 'propose-closing', answer: '经查属实，夜间施工已经停止。', expectedVersion: 3 },
        { type: '浇筑', expectedVersion: '浇筑' },
      ];
      const headers = { authorization: 'Bearer 浇筑' };
      for (const desk of [deps, broken]) {
        for (const route of ['GET /v1/cases', 'GET /v1/cases/{id}', 'GET /v1/cases/{id}/events', 'GET /浇筑']) {
          await staffDesk(desk)(request(route, { id: receipt }, headers), context);
        }
        for (const body of bodies) {
          await staffDesk(desk)(request('POST /v1/cases/{id}/commands', { id: receipt }, headers, body), context);
        }
      }
    },
    'when complainants ask': async ({ world, receipt, queryCode }) => {
      const deps = {
        complaints: world.vault,
        cases: world.cases,
        limits: memoryRateLimits(),
        policies,
        equalInConstantTime: (one: string, other: string) => one === other,
      };
      for (const code of [queryCode, 'ZZZZZZZZ']) {
        const event = request('', { receipt }, { 'x-query-code': code }) as unknown as APIGatewayProxyEventV2;
        await showProgress(deps)(event, context);
        await showProgress({ ...deps, complaints: { readQuery: loud } })(event, context);
        await showProgress({ ...deps, cases: { load: loud, events: loud } })(event, context);
      }
    },
    'when deadlines are recomputed': async ({ world, receipt }) => {
      const openCases = async function* () {
        yield receipt;
      };
      const deps = { cases: world.cases, openCases, context: rules() };
      await recomputeDeadlines(deps)({ time: '2026-06-30T00:00:00Z', dryRun: false });
    },
  };

  it.each(Object.entries(jobs))('%s, in success and in failure', async (_, job) => {
    const staged = await secretOffice();
    const written = await consoleOf(() => job(staged));
    expect(written).not.toBe('');
    for (const secret of [...SECRETS, staged.queryCode]) expect(written).not.toContain(secret);
    for (const line of written.split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});
