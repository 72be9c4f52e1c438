import * as z from 'zod';

const aliyun = z.object({ accessKeyId: z.string(), accessKeySecret: z.string() });
const tencent = z.object({ secretId: z.string(), secretKey: z.string() });

/** The secret `sms`: what each provider knows us by. A province with Aliyun alone may leave the name out. */
export const SMS_SECRET = {
  schema: z.object({ aliyun: aliyun.optional(), tencent: tencent.optional() }),
  named: (held: unknown): unknown => (aliyun.partial().strict().safeParse(held).success ? { aliyun: held } : held),
};

export type AliyunKey = z.infer<typeof aliyun>;
export type TencentKey = z.infer<typeof tencent>;
