import * as z from 'zod';
import { longestOf, placeholdersIn, segmentsOf } from '../../domain/notices/text-message.ts';
import { identityLeakIn } from './open-words.ts';
import { httpsUrl, name } from './texts.ts';

/** What a text message may tell, by what it is for: the values of `TextMessage` in domain/notices/notice.ts. */
const PLACEHOLDERS = {
  staff: ['kind', 'receipt', 'place', 'matter', 'duty', 'due', 'next'],
  complainant: ['receipt', 'status'],
};

/** No operator takes a longer one. */
const MOST_CHARACTERS = 500;
/** So many messages one may be paid for as, where the template does not say otherwise. */
const MOST_SEGMENTS = 3;

const template = z
  .strictObject({
    use: z.enum(['staff', 'complainant']),
    text: name,
    /** How many characters the operators let each value have, where that is not twenty. */
    lengths: z.record(z.string(), z.int().min(1).max(100)).optional(),
    /** 计费条数: as how many messages the longest one may be paid for. */
    segments: z.int().min(1).max(8).optional(),
  })
  .superRefine(({ use, text, lengths = {} }, context) => {
    for (const named of placeholdersIn(text))
      if (!PLACEHOLDERS[use].includes(named))
        context.addIssue({ code: 'custom', path: ['text'], message: `\${${named}} is not known to a ${use} message` });
    for (const named of Object.keys(lengths))
      if (!placeholdersIn(text).includes(named))
        context.addIssue({ code: 'custom', path: ['lengths', named], message: 'is no placeholder of the text' });
    const word = use === 'complainant' ? identityLeakIn(text) : undefined;
    if (word !== undefined)
      context.addIssue({ code: 'custom', path: ['text'], message: `"${word}" tells whoever sees it who complained` });
  });

/** By which code an operator knows each template. */
const codesOf = (code: z.ZodType<string>) => z.strictObject({ staff: code, complainant: code });

const aliyun = z.strictObject({
  by: z.literal('aliyun'),
  /** Where its API is reached, if not at Aliyun's own address. */
  endpoint: httpsUrl.optional(),
  codes: codesOf(z.string().regex(/^SMS_\d+$/, 'must be a template code such as SMS_100001')),
});

const tencent = z.strictObject({
  by: z.literal('tencent'),
  endpoint: httpsUrl.optional(),
  /** Of Tencent Cloud; ap-guangzhou where nothing is said. */
  region: name.optional(),
  /** SdkAppId. */
  appId: z.string().regex(/^\d{10}$/, 'must be an SdkAppId of ten digits such as 1400006666'),
  codes: codesOf(z.string().regex(/^\d{1,10}$/, 'must be a template id such as 1110')),
});

const sns = z.strictObject({ by: z.literal('sns') });

/**
 * 短信: what it says, who sends it, the first one as long as it does well, and how many one number gets in a day. All
 * operators have approved the same words under the same signature: what is kept of a notice is what was sent.
 */
export const sms = z
  .strictObject({
    signName: z.string().trim().min(2, 'must have at least two characters').max(12, 'must have at most twelve'),
    templates: z.array(template).refine(
      (templates) =>
        templates
          .map(({ use }) => use)
          .toSorted()
          .join() === 'complainant,staff',
      { error: 'must hold one template for each use: staff and complainant' },
    ),
    providers: z
      .array(z.discriminatedUnion('by', [aliyun, tencent, sns]))
      .min(1)
      .refine((all) => new Set(all.map(({ by }) => by)).size === all.length, 'a provider stands twice'),
    /** Of what is no emergency; ten where nothing is said. */
    perDay: z.int().min(1).max(50).optional(),
  })
  .superRefine(({ signName, templates }, context) => {
    for (const [index, one] of templates.entries()) {
      const message = tooLong(longestOf(one, signName), one.segments);
      if (message) context.addIssue({ code: 'custom', path: ['templates', index, 'text'], message });
    }
  });

export type Sms = z.infer<typeof sms>;

/** Longer than operators take, or paid for as more messages than was meant. */
function tooLong(characters: number, most = MOST_SEGMENTS): string | undefined {
  if (characters > MOST_CHARACTERS) return `may have ${characters} characters; operators take ${MOST_CHARACTERS}`;
  const segments = segmentsOf(characters);
  return segments > most
    ? `may have ${characters} characters, paid for as ${segments} messages; ${most} are allowed`
    : undefined;
}
