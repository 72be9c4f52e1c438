import type { ProvinceSettings } from '../../config/schemas/province.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import type { Provider } from '../../usecases/notices/transports/providers.ts';
import { lazyTransport } from '../lazy-transport.ts';
import { type SmtpSecret, smtpHosts } from './hosts.ts';
import type { MailSettings } from './message.ts';

export interface MailSurroundings {
  /** Mail by SES, where the province sends by it. */
  readonly ses: Send | undefined;
  /** The secret with its own mail servers, where it has any. */
  readonly smtp: SmtpSecret | undefined;
}

/** Who sends the province's mail: SES first where it has it, then its own servers in the order of `hosts`. */
export function mailProviders(
  { hosts }: Pick<ProvinceSettings['mail'], 'hosts'>,
  settings: MailSettings,
  { ses, smtp }: MailSurroundings,
): readonly Provider[] {
  const own = smtp ? smtpHosts(smtp, hosts) : [];
  const bySmtp = (host: (typeof own)[number]['host']): Send =>
    lazyTransport(async () => (await import('./smtp.ts')).smtpEmail(host, settings));
  return [...(ses ? [{ name: 'ses', send: ses }] : []), ...own.map(({ name, host }) => ({ name, send: bySmtp(host) }))];
}
