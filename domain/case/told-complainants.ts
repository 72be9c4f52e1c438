import * as z from 'zod';
import { stored } from '../stored.ts';

/**
 * What complainants saw of an event, in the words and by the law of its day: written down with the event, so that no
 * later wording rewrites what somebody was told. Holds no word of a complainant, and nothing about who they are.
 */
export const ToldSchema = stored({
  /** On the progress page, one line. */
  milestone: z.string().optional(),
  /** 告知: by letter, and whole on the progress page. */
  notice: stored({
    /** Whose word it is. */
    organ: z.string(),
    /** Where the matter stands, such as 已受理. */
    status: z.string(),
    text: z.string(),
    /** The same in short, where somebody of those who complained wrote in English. */
    english: z.string().optional(),
    /** What a text message says in the place of the status, which whoever sees the telephone could read too much from. */
    sms: z.string().optional(),
    /** By which text of config/notices, and which version of it. */
    template: stored({ id: z.string(), version: z.string() }).optional(),
  }).optional(),
});

export type Told = Readonly<z.infer<typeof ToldSchema>>;
