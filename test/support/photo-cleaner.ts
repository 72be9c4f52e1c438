import { memoryAwaitedUploads } from '../../adapters/memory/awaited-uploads.ts';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { cleanPhoto } from '../../adapters/photos/clean-photo.ts';
import { stripPosition } from '../../adapters/photos/strip-position.ts';
import { createHandler } from '../../functions/clean-photo/handler.ts';
import { takePhoto } from '../../functions/shared/submission/photo-offer.ts';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { intake } from './intake.ts';
import { batchOf, desk } from './messages.ts';

/** `clean-photo` with these uploads in its inbox, everything in memory. */
export function cleaner(uploads: Record<string, Upload>, evidence = memoryEvidence()) {
  const [world, aside] = [intake(), desk()];
  const handler = createHandler({
    ...world,
    evidence,
    awaited: memoryAwaitedUploads(),
    setAside: aside.setAside,
    clean: cleanPhoto,
    stripPosition,
    inbox: { read: async (key) => uploads[key] },
    takeAnother: (receipt, now) => takePhoto(receipt, now, world.limits),
  });
  return {
    ...world,
    evidence,
    letters: aside.letters,
    handle: (body: unknown, receives = 1) => handler(batchOf([body], { receives })),
  };
}
