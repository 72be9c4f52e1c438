import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smtpEmail } from '../../../adapters/email/smtp.ts';
import { escalation } from '../../support/notices.ts';
import { LETTERS } from '../../support/peers/email.ts';

const reply = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A mail server as people run them; it keeps what it took. */
async function mailServer(options: SMTPServerOptions, { plain = true } = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, logger: false, disableReverseLookup: true, ...options },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'));
        callback();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const send = smtpEmail(async () => ({ host: '127.0.0.1', port, secure: false, plain }), LETTERS);
  return { taken, send: () => send(escalation(), 'leader@city.example', { now: escalation().at }) };
}

/** A certificate of this machine and its key; undefined where openssl is missing. */
function certificate(): { readonly key: string; readonly cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-mail-'));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    execFileSync('openssl', [...made, ...named, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const OWN = certificate();

const NO_TLS: SMTPServerOptions = { disabledCommands: ['STARTTLS'] };

describe('a real mail server', () => {
  it('that greylists us takes the letter when it comes again, once', async () => {
    let tries = 0;
    const { taken, send } = await mailServer({
      ...NO_TLS,
      onRcptTo: (_address, _session, callback) => {
        tries += 1;
        callback(tries === 1 ? reply(451, '4.7.1 greylisted, come again') : null);
      },
    });
    expect(await send()).toEqual({ kind: 'later', reason: 'SMTP 451' });
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(taken).toHaveLength(1);
  });

  it('that does not offer STARTTLS is given neither letter nor password', async () => {
    const { taken, send } = await mailServer(NO_TLS, { plain: false });
    const { kind } = await send();
    expect([kind, taken]).toEqual(['busy', []]);
  });

  it('whose certificate nobody knows is given nothing: somebody may stand between', async () => {
    const { taken, send } = await mailServer({}, { plain: false });
    const { kind } = await send();
    expect([kind, taken]).toEqual(['busy', []]);
  });

  it.skipIf(!OWN)('whose certificate is known is given the letter, encrypted, after STARTTLS', async () => {
    const known = getCACertificates();
    onTestFinished(() => setDefaultCACertificates(known));
    setDefaultCACertificates([...known, OWN!.cert]);
    const secured: boolean[] = [];
    const { taken, send } = await mailServer(
      {
        ...OWN,
        onMailFrom: (_address, session, callback) => {
          secured.push(session.secure);
          callback();
        },
      },
      { plain: false },
    );
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect([secured, taken.length]).toEqual([[true], 1]);
  });

  it.each([
    [421, 'busy'],
    [550, 'barred'],
  ] as const)('that answers the sender with %i has us wait', async (code, kind) => {
    const { taken, send } = await mailServer({
      ...NO_TLS,
      onMailFrom: (_address, _session, callback) => callback(reply(code, 'no')),
    });
    expect(await send()).toEqual({ kind, reason: `SMTP ${code}` });
    expect(taken).toEqual([]);
  });
});
