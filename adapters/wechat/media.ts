import * as z from 'zod';
import type { Medium } from '../../usecases/intake/fetch-media.ts';
import { type Answer, download, TooLong, type WechatApi } from './api.ts';
import { meaningOf, NoAppSecret, reasonOf, WechatRefusal } from './refusal.ts';

/**
 * More than WeChat takes of anybody: images and videos up to 10 MB, voice up to 2 MB. WeCom allows 20 MB for a file.
 */
const LIMIT = 25 * 1024 * 1024;
/** The media id is unknown or its three days are over: WeChat does not say which. */
const EXPIRED = 40007;

const Video = z.object({ video_url: z.url({ protocol: /^https?$/ }) });

/** The media that WeChat or WeCom holds of messages sent to the province. For a video, WeChat answers where it lies. */
export function wechatMedia(api: WechatApi) {
  return async (mediaId: string): Promise<Medium> => {
    try {
      const question = {
        method: 'GET',
        path: '/cgi-bin/media/get',
        query: { media_id: mediaId },
        limit: LIMIT,
      } as const;
      return mediumIn(await followed(await api(question)));
    } catch (error) {
      return mediumAfter(error as Error);
    }
  };
}

async function followed(answer: Answer): Promise<Answer> {
  const video = Video.safeParse(answer.json);
  return video.success ? await download(video.data.video_url, LIMIT) : answer;
}

const mediumIn = ({ bytes }: Answer): Medium =>
  bytes.length > 0 ? { kind: 'found', bytes } : { kind: 'busy', reason: 'no bytes' };

function mediumAfter(error: Error): Medium {
  const reason = reasonOf(error);
  if (error instanceof TooLong) return { kind: 'lost', loss: 'too-large' };
  if (error instanceof NoAppSecret) return { kind: 'barred', reason };
  if (!(error instanceof WechatRefusal)) return { kind: 'busy', reason };
  if (error.errcode === EXPIRED) return { kind: 'lost', loss: 'expired' };
  return { kind: meaningOf(error) === 'barred' ? 'barred' : 'busy', reason };
}
