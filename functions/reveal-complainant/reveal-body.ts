import * as z from 'zod';
import { REVEAL_REASONS, type RevealReason } from '../../domain/case/acts/reveal-contact.ts';

/** POST /v1/cases/{id}/complainant: why somebody must know, and of which complaint of the case. */
export const RevealBody = z.object({
  reason: z.enum(Object.keys(REVEAL_REASONS) as RevealReason[]),
  receipt: z.string().min(1).max(100).optional(),
});

export const RevealAnswer = z.object({
  receipt: z.string(),
  channel: z.string(),
  anonymous: z.boolean(),
  /** None where the sender left nothing, or wants to stay anonymous. */
  contact: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      /** 通讯地址. */
      postalAddress: z.string().optional(),
    })
    .optional(),
  /** By then it must be shown no more. */
  expiresAt: z.iso.datetime(),
});
