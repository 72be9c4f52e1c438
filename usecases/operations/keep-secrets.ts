/** What a secret holds, as JSON. */
export type SecretValue = Readonly<Record<string, unknown>>;

/** Random bytes, as text. */
export interface Fresh {
  readonly hex: (bytes: number) => string;
  /** In the form of Standard Webhooks: whsec_ and 32 bytes in base64. */
  readonly webhookSecret: () => string;
}

type Maker = (fresh: Fresh, partners: readonly string[]) => SecretValue;

/** Secrets that are ours to make. What others give us (WeChat, SMS, SMTP, the log-in) only they can. */
const MAKERS: Readonly<Record<string, Maker>> = {
  repeats: ({ hex }) => ({ key: hex(8) }),
  threads: ({ hex }) => ({ key: hex(32) }),
  senders: ({ hex }) => ({ keys: [hex(32)] }),
  mailRelay: ({ webhookSecret }) => ({ secrets: [webhookSecret()] }),
  partners: ({ webhookSecret }, partners) =>
    Object.fromEntries(partners.map((partner) => [partner, { secrets: [webhookSecret()] }])),
};

/** A new value of that kind; undefined where only somebody else can give it. */
export const madeSecret = (kind: string, fresh: Fresh, partners: readonly string[]): SecretValue | undefined =>
  MAKERS[kind]?.(fresh, partners);

/** Begun, both the new and the old are taken; finished, the new alone. */
export type RotationStep = 'begin' | 'finish';

export type Rotation =
  | { readonly kind: 'rotated'; readonly value: SecretValue; readonly added: string | undefined }
  | { readonly kind: 'refused'; readonly why: string };

/** So many keys of senders may be in use: histories reach back over the older ones. */
const MOST_SENDER_KEYS = 3;

/**
 * A secret in its next step. Between the two steps nothing is refused, whichever of both the other side signs with. A
 * rotation that is begun is not begun again, and one that was not begun is not finished.
 */
export function rotatedSecret(
  { kind, partner, step }: { readonly kind: string; readonly partner: string | undefined; readonly step: RotationStep },
  value: SecretValue,
  fresh: Fresh,
): Rotation {
  if (kind === 'senders') return rotatedSenders(value, step, fresh);
  if (kind !== 'partners' && kind !== 'mailRelay') return refused(`${kind}: ${WHY_NOT[kind] ?? GIVEN}`);
  const holder = kind === 'partners' ? value[partner ?? ''] : value;
  if (!isHolder(holder)) return refused(`${partner}: no such partner in the secret`);
  const next = nextSecrets(holder.secrets, step, fresh);
  if (typeof next === 'string') return refused(next);
  const changed = { ...holder, secrets: next };
  const whole = kind === 'partners' ? { ...value, [partner!]: changed } : changed;
  return { kind: 'rotated', value: whole, added: step === 'begin' ? next[0] : undefined };
}

const GIVEN = 'its owner gives a new one: change it there, then put it into the secret';
const WHY_NOT: Readonly<Record<string, string>> = {
  repeats: 'another key makes all earlier cases strange: it is never changed',
  threads: 'another key makes the addresses of all earlier letters strange: it is never changed',
};

function nextSecrets(secrets: readonly string[], step: RotationStep, fresh: Fresh): readonly string[] | string {
  if (step === 'begin')
    return secrets.length > 1 ? 'a rotation is under way: finish it first' : [fresh.webhookSecret(), ...secrets];
  return secrets.length > 1 ? secrets.slice(0, 1) : 'no rotation is under way';
}

/**
 * The new key first; the oldest leaves when the rotation is finished, and with it what was filed under no other. It is
 * told to nobody.
 */
function rotatedSenders(value: SecretValue, step: RotationStep, { hex }: Fresh): Rotation {
  const keys = value.keys as readonly string[];
  if (step === 'begin' && keys.length >= MOST_SENDER_KEYS) return refused(TOO_MANY_KEYS);
  if (step === 'finish' && keys.length === 1) return refused('no rotation is under way');
  const next = step === 'begin' ? [hex(32), ...keys] : keys.slice(0, -1);
  return { kind: 'rotated', value: { ...value, keys: next }, added: undefined };
}

const TOO_MANY_KEYS = 'three keys are in use: once the newest of the others is a year old, --finish removes the oldest';

const refused = (why: string): Rotation => ({ kind: 'refused', why });

const isHolder = (holder: unknown): holder is { readonly secrets: readonly string[] } =>
  holder instanceof Object && 'secrets' in holder && Array.isArray(holder.secrets);
