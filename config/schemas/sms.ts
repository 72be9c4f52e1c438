import * as z from 'zod';
import { longestOf, placeholdersIn, type SmsTemplate, segmentsOf } from '../../domain/notices/sms-template.ts';
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

/** `code`: as the operator numbers its templates. */
const templateOf = (code: z.ZodType<string>) =>
  z
    .strictObject({
      use: z.enum(['staff', 'complainant']),
      code,
      text: name,
      /** How many characters the operator lets each value have, where that is not twenty. */
      lengths: z.record(z.string(), z.int().min(1).max(100)).optional(),
      /** 计费条数: as how many messages the longest one may be paid for. */
      segments: z.int().min(1).max(8).optional(),
    })
    .superRefine(({ use, text, lengths = {} }, context) => {
      for (const named of placeholdersIn(text))
        if (!PLACEHOLDERS[use].includes(named))
          context.addIssue({
            code: 'custom',
            path: ['text'],
            message: `\${${named}} is not known to a ${use} message`,
          });
      for (const named of Object.keys(lengths))
        if (!placeholdersIn(text).includes(named))
          context.addIssue({ code: 'custom', path: ['lengths', named], message: 'is no placeholder of the text' });
    });

const templatesOf = (code: z.ZodType<string>) =>
  z.array(templateOf(code)).refine(
    (templates) =>
      templates
        .map(({ use }) => use)
        .toSorted()
        .join() === 'complainant,staff',
    { error: 'must hold one template for each use: staff and complainant' },
  );

const signName = z.string().trim().min(2, 'must have at least two characters').max(12, 'must have at most twelve');

interface Signed {
  readonly signName: string;
  readonly templates: readonly (SmsTemplate & { readonly segments?: number | undefined })[];
}

/** A message with its signature is neither longer than operators take, nor paid for as more than was meant. */
function tellLengths({ signName: sign, templates }: Signed, context: z.RefinementCtx): void {
  for (const [index, template] of templates.entries()) {
    const characters = longestOf(template, sign);
    const { segments: most = MOST_SEGMENTS } = template;
    const path = ['templates', index, 'text'];
    if (characters > MOST_CHARACTERS)
      context.addIssue({ code: 'custom', path, message: `may have ${characters} characters; operators take 500` });
    else if (segmentsOf(characters) > most)
      context.addIssue({
        ...({ code: 'custom', path } as const),
        message: `may have ${characters} characters, paid for as ${segmentsOf(characters)} messages; ${most} are allowed`,
      });
  }
}

const aliyun = z
  .strictObject({
    by: z.literal('aliyun'),
    /** Where its API is reached, if not at Aliyun's own address. */
    endpoint: httpsUrl.optional(),
    signName,
    templates: templatesOf(z.string().regex(/^SMS_\d+$/, 'must be a template code such as SMS_100001')),
  })
  .superRefine(tellLengths);

const tencent = z
  .strictObject({
    by: z.literal('tencent'),
    endpoint: httpsUrl.optional(),
    /** Of Tencent Cloud; ap-guangzhou where nothing is said. */
    region: name.optional(),
    /** SdkAppId. */
    appId: z.string().regex(/^\d{10}$/, 'must be an SdkAppId of ten digits such as 1400006666'),
    signName,
    templates: templatesOf(z.string().regex(/^\d{1,10}$/, 'must be a template id such as 1110')),
  })
  .superRefine(tellLengths);

const sns = z.strictObject({ by: z.literal('sns'), signName, templates: templatesOf(name) }).superRefine(tellLengths);

/** 短信: who sends it, the first one as long as it does well; and how many one number gets in a day. */
export const sms = z.strictObject({
  providers: z
    .array(z.discriminatedUnion('by', [aliyun, tencent, sns]))
    .min(1)
    .refine((all) => new Set(all.map(({ by }) => by)).size === all.length, 'a provider stands twice'),
  /** Of what is no emergency; ten where nothing is said. */
  perDay: z.int().min(1).max(50).optional(),
});

export type SmsProvider = z.infer<typeof sms>['providers'][number];
