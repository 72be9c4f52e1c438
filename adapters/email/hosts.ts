import * as z from 'zod';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { providerKey } from '../secrets/provider-key.ts';

const smtpHost = z.object({
  host: z.string(),
  port: z.int(),
  /** TLS from the first byte (port 465); otherwise STARTTLS which the server must offer. */
  secure: z.boolean(),
  /**
   * Without any TLS: only for a server on the same machine. Otherwise a stripped STARTTLS would show answers and
   * password to the wire.
   */
  plain: z.boolean().default(false),
  user: z.string().optional(),
  password: z.string().optional(),
});

export type SmtpHost = z.output<typeof smtpHost>;

/** A province of one host may leave its name out. */
const UNNAMED = 'smtp';

/** The secret that holds a province's mail servers, by the names that `mail.hosts` gives them. */
export const SMTP_SECRET = {
  schema: z.record(z.string(), smtpHost),
  named: (held: unknown): unknown => (isHost(held) ? { [UNNAMED]: held } : held),
};

const isHost = (held: unknown): boolean => z.object({ host: z.string() }).safeParse(held).success;

export type SmtpSecret = () => Promise<SecretEntries<z.output<typeof SMTP_SECRET.schema>>>;

/** How each of the province's mail servers is reached, in its order. */
export const smtpHosts = (secret: SmtpSecret, names: readonly string[] = [UNNAMED]) =>
  names.map((name) => ({ name, host: providerKey(secret, name) }));
