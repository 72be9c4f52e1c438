import type { KeepUploadDeps } from '../../usecases/intake/keep-upload.ts';

/** Uploads that were waited for in vain, forgotten when the process ends. For tests. */
export function memoryAwaitedUploads(): KeepUploadDeps['awaited'] {
  const receipts = new Map<string, string>();
  return {
    note: async (upload, receipt) => void receipts.set(upload, receipt),
    receiptFor: async (upload) => receipts.get(upload),
  };
}
