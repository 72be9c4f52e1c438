import * as z from 'zod';

/** As DynamoDB names tables. */
const name = z.string().regex(/^[\w.-]{3,255}$/, 'must be the name of a table');

const quiet = z.strictObject({ name });

/** Somebody wakes on what comes into it. */
const waking = quiet.extend({
  stream: z
    .string()
    .regex(/^arn:aws(-cn)?:dynamodb:[^:]+:\d{12}:table\/[^/]+\/stream\/.+$/, 'must be the ARN of a stream'),
});

/** 恢复后的数据表: in place of the stack's own, as `npm run ops -- restore drill` prints it. */
export const restoredTables = z.strictObject({
  vault: waking.optional(),
  cases: waking.optional(),
  notices: quiet.optional(),
  roster: quiet.optional(),
  access: quiet.optional(),
  senders: quiet.optional(),
  correspondence: quiet.optional(),
});

export type RestoredTable = z.infer<typeof quiet> & { readonly stream?: string | undefined };
