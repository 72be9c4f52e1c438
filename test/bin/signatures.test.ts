import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { explainSignature } from '../../bin/signatures/explain-signature.ts';
import { NOW } from '../support/intake.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

const root = join(import.meta.dirname, '..', '..');
const BODY = '{"type": "complaint.submitted", "data": {"text": "餐馆油烟直排", "externalId": "E-1", "url": "a/b"}}\n';
const OTHER = `whsec_${Buffer.from('the secret of some other partner').toString('base64')}`;
const KEY = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
const SECONDS = String(NOW / 1000);

const explain = (changes: Partial<Parameters<typeof explainSignature>[0]> = {}) =>
  explainSignature({
    secrets: [SECRET],
    headers: signedHeaders(BODY),
    body: Buffer.from(BODY),
    nowMs: NOW,
    ...changes,
  });
const faultsOf = (...request: Parameters<typeof explain>) =>
  explain(...request)
    .filter(({ isWrong, says }) => isWrong && says !== 'the request is refused')
    .map(({ says }) => says);

/** A signature of something else, or by other means, under the headers of the body that was sent. */
const bySigning = (content: string | Buffer, { key = KEY as string | Buffer, algorithm = 'sha256' } = {}) => {
  const digest = createHmac(algorithm, key).update(content).digest();
  return { headers: { ...signedHeaders(BODY), 'webhook-signature': `v1,${digest.toString('base64')}` } };
};
const bySigningBody = (body: string, how = {}) => bySigning(`msg_1.${SECONDS}.${body}`, how);
const headersWith = (headers: object) => ({ headers: { ...signedHeaders(BODY), ...headers } });
const [, RIGHT = ''] = signedHeaders(BODY)['webhook-signature'].split(',');
const asHex = Buffer.from(RIGHT, 'base64').toString('hex');
const value = JSON.parse(BODY);

describe('a list in GBK, rightly signed', () => {
  // 工单编号,诉求内容
  const body = Buffer.from('b9a4b5a5b1e0bac52ccbdfc7f3c4dac8dd0a', 'hex');
  const judged = (type: string | undefined, bytes: Uint8Array = body) =>
    explain({ headers: { ...signedHeaders(bytes), 'content-type': type }, body: bytes });
  const verdict = (...request: Parameters<typeof judged>) => judged(...request).at(-1)!.says;

  it.each(['text/csv', 'text/csv; charset=gbk', 'TEXT/CSV', 'text/tab-separated-values', 'application/json'])(
    'is refused as %s, as the server refuses it, and the reason is told',
    (type) => {
      expect(verdict(type)).toBe('the request is refused');
      expect(judged(type).find(({ isWrong }) => isWrong)!.says).toContain('application/octet-stream');
    },
  );

  it.each(['application/octet-stream', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])(
    'is accepted as %s',
    (type) => expect(verdict(type)).toBe('the request is accepted'),
  );

  it('is accepted as text/csv in UTF-8, with its mark or without', () => {
    for (const mark of ['', '\ufeff'])
      expect(verdict('text/csv', Buffer.from(`${mark}工单编号,诉求内容\n`))).toBe('the request is accepted');
  });

  it('without a type is accepted, and the type asked for', () => {
    expect(verdict(undefined)).toBe('the request is accepted');
    expect(
      judged(undefined)
        .map(({ says }) => says)
        .join(),
    ).toContain("-H 'content-type: …'");
  });
});

describe('a request that is signed as it should be', () => {
  it('is found to be so, also when the library of Standard Webhooks signed it', () => {
    const signature = new Webhook(SECRET).sign('msg_1', new Date(NOW), BODY);
    expect(explain(headersWith({ 'webhook-signature': signature })).map(({ isWrong }) => isWrong)).not.toContain(true);
  });

  it('is found to be so under either secret of a rotation, with the number of the secret', () => {
    const findings = explain({ secrets: [OTHER, SECRET] });
    expect(findings).toContainEqual({ isWrong: false, says: 'the signature is that of secret 2 of 2' });
    expect(findings.at(-1)).toEqual({ isWrong: false, says: 'the request is accepted' });
  });

  it('is accepted whatever its bytes, and never once a byte is another', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 100 });
    const trial = (body: Uint8Array, at: number) => {
      const headers = signedHeaders(body);
      const changed = body.map((byte, index) => (index === at % body.length ? byte ^ 1 : byte));
      const verdicts = [body, changed].map((each) => explain({ headers, body: each }).at(-1)!.isWrong);
      expect(verdicts).toEqual([false, true]);
    };
    fc.assert(fc.property(bytes, fc.nat(), trial), { numRuns: 100 });
  });
});

describe('a mistake in signing is named', () => {
  it.each<[string, object, RegExp]>([
    ['no newline at the end', bySigningBody(BODY.trimEnd()), /signed without the blanks or the newline/],
    ['a newline more', bySigningBody(`${BODY}\n`), /signed with a newline at its end/],
    ['CR LF', bySigningBody(BODY.replace('\n', '\r\n')), /signed with CR LF line ends/],
    ['JSON written anew', bySigningBody(JSON.stringify(value)), /JSON written anew \(without blanks\)/],
    ['JSON indented', bySigningBody(JSON.stringify(value, undefined, 2)), /indented by 2/],
    [
      'JSON of Python',
      bySigningBody(BODY.trimEnd().replace('餐馆油烟直排', '\\u9910\\u9986\\u6cb9\\u70df\\u76f4\\u6392')),
      /as Python writes it, Chinese as/,
    ],
    [
      'JSON of PHP',
      bySigningBody(
        JSON.stringify(value).replace('餐馆油烟直排', '\\u9910\\u9986\\u6cb9\\u70df\\u76f4\\u6392').replace('/', '\\/'),
      ),
      /Chinese as \\u…, "\/" as "\\\/"/,
    ],
    [
      'question marks for Chinese',
      bySigningBody(BODY.replace(/[^\0-\x7f]/g, '?')),
      /every Chinese character was signed as "\?"/,
    ],
    ['an empty body', bySigningBody(''), /an empty body was signed/],
    ['the body alone', bySigning(BODY), /the body alone was signed/],
    ['no id', bySigning(`${SECONDS}.${BODY}`), /the id was left out/],
    ['another order', bySigning(`${SECONDS}.msg_1.${BODY}`), /wrong order/],
    [
      'milliseconds in what is signed',
      bySigning(`msg_1.${SECONDS}000.${BODY}`),
      /signed in milliseconds and sent in seconds/,
    ],
    ['the secret as text', bySigningBody(BODY, { key: SECRET }), /used as text, prefix and all/],
    [
      'the secret as text without prefix',
      bySigningBody(BODY, { key: SECRET.slice(6) }),
      /used as text, without its prefix/,
    ],
    [
      'the prefix decoded, too',
      bySigningBody(BODY, { key: Buffer.from(SECRET, 'base64') }),
      /decoded together with its prefix/,
    ],
    ['no key', bySigningBody(BODY, { key: '' }), /the key was empty/],
    ['SHA-1', bySigningBody(BODY, { algorithm: 'sha1' }), /it is HMAC-SHA-1/],
    ['hexadecimal', headersWith({ 'webhook-signature': `v1,${asHex}` }), /it is hexadecimal/],
    [
      'base64 of hexadecimal',
      headersWith({ 'webhook-signature': `v1,${btoa(asHex)}` }),
      /base64 of the hexadecimal text/,
    ],
    ['base64 without its end', headersWith({ 'webhook-signature': `v1,${RIGHT.replace(/=+$/, '')}` }), /without "="/],
    ['no v1', headersWith({ 'webhook-signature': RIGHT }), /has no "v1,"/],
    ['v1=', headersWith({ 'webhook-signature': `v1=${RIGHT}` }), /"v1=" instead of "v1,"/],
    ['v1a only', headersWith({ 'webhook-signature': `v1a,${RIGHT}` }), /v1a \(asymmetric\) only/],
    ['no signature', headersWith({ 'webhook-signature': undefined }), /no header webhook-signature/],
    ['no id in the headers', headersWith({ 'webhook-id': undefined }), /no header webhook-id/],
    ['a dot in the id', headersWith({ 'webhook-id': 'msg.1' }), /has a dot in it/],
    ['another id', headersWith({ 'webhook-id': 'msg_2' }), /another secret, another id or timestamp/],
    ['another secret', { secrets: [OTHER] }, /another secret/],
    ['milliseconds', headersWith({ 'webhook-timestamp': String(NOW) }), /in milliseconds: seconds/],
    [
      'a date',
      headersWith({ 'webhook-timestamp': '2026-11-20T13:03:00Z' }),
      /whole seconds since 1970, here 1795179780/,
    ],
    ['a clock that is late', { nowMs: NOW + 301_000 }, /301 seconds behind .*NTP/],
    ['a clock that is early', { nowMs: NOW - 3_600_000 }, /3600 seconds ahead of/],
  ])('%s', (_, request, fault) => {
    expect(faultsOf(request).join('\n')).toMatch(fault);
    expect(explain(request).at(-1)).toEqual({ isWrong: true, says: 'the request is refused' });
  });

  it.each<[string, object, RegExp]>([
    ['a secret without prefix', { secrets: [SECRET.slice(6)] }, /does not begin with "whsec_"/],
    ['a secret in base64url', { secrets: ['whsec_--__'.padEnd(50, 'A')] }, /is base64url/],
    ['a secret with a newline', { secrets: [`${SECRET}\n`] }, /newline around it/],
    ['a secret that is too short', { secrets: ['whsec_AAAA'] }, /has 3 bytes/],
  ])('in the shape of the secret: %s', (_, request, fault) => {
    expect(faultsOf(request).join('\n')).toMatch(fault);
  });

  it('also when it is one of two made at once', () => {
    const faults = faultsOf(bySigningBody(JSON.stringify(value), { key: SECRET }));
    expect(faults).toEqual([expect.stringContaining('used as text'), expect.stringContaining('written anew')]);
  });

  it('base64url, told from base64 where the two differ', () => {
    const id = Array.from({ length: 100 }, (_, n) => `msg_${n}`).find((each) =>
      /[+/]/.test(signedHeaders(BODY, { id: each })['webhook-signature']),
    )!;
    const headers = signedHeaders(BODY, { id });
    const url = headers['webhook-signature'].replaceAll('+', '-').replaceAll('/', '_');
    expect(faultsOf({ headers: { ...headers, 'webhook-signature': url } })).toEqual([
      expect.stringContaining('base64url'),
    ]);
  });

  it('without a word of the body or the secret', () => {
    const said = explain({ ...headersWith({ 'webhook-id': 'msg_2' }) })
      .map(({ says }) => says)
      .join('\n');
    expect(said).not.toMatch(/油烟|E-1/);
    expect(said).not.toContain(SECRET.slice(6));
  });
});

describe('npm run sign and check-signature', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'huiyin-sign-')), 'body.json');
  writeFileSync(file, BODY);
  const run = (command: string, ...args: string[]) =>
    spawnSync(process.execPath, [`bin/${command}.ts`, '--secret', SECRET, ...args], { cwd: root, encoding: 'utf8' });
  const signed = run('sign', '--id', 'msg_1', '--timestamp', '2026-11-20T13:03:00Z', file);

  it('the one makes headers, and a line for curl, that the other accepts', () => {
    const headers = signed.stdout.split('\n').filter((line) => line.startsWith('webhook-'));
    expect(signed.stdout).toContain(`  -H '${headers[2]}' \\\n  --data-binary @${file}`);
    const { status, stdout } = run(
      'check-signature',
      ...headers.flatMap((line) => ['-H', line]),
      '--now',
      '2026-11-20T13:04:00Z',
      file,
    );
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, 'ok    the request is accepted']);
  });

  it('the other ends with 1 where something is wrong', () => {
    expect(run('check-signature', file).status).toBe(1);
  });
});
