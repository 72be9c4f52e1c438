import * as z from 'zod';
import { stored } from '../stored.ts';

/** A person of an organ: `sub` is who that is at the province's identity provider. */
export const PersonSchema = stored({ sub: z.string(), name: z.string() });
export type Person = Readonly<z.infer<typeof PersonSchema>>;

/** 责任人 of an organ that leads or assists. */
export const OfficerSchema = stored({ organ: z.string(), sub: z.string(), name: z.string() });
export type Officer = Readonly<z.infer<typeof OfficerSchema>>;
