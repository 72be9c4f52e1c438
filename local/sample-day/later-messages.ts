import type { LaterSample } from './sample.ts';

/**
 * What comes in later about the complaints of the sample day: an answer to our letter, with a photo, and a call to
 * hurry.
 */
export const LATER: readonly LaterSample[] = [
  {
    channel: 'email',
    follows: 'black-river',
    name: 'black-river-photo',
    gist: '回复来信回执，补一张照片',
    at: '2026-10-13T07:50',
    form: 'picture',
    messageId: '<sample-black-river-2@mail.example>',
    from: { name: '沈望舒', email: 'shen.wangshu@mail.example' },
    subject: '回复：12369回执',
    body: '国庆放假那几天没有下雨，桥东侧两个排水口照样流灰白色的水。昨天傍晚拍了一张照片，见附件。',
  },
  {
    channel: 'wechat',
    follows: 'cooking-fumes',
    name: 'cooking-fumes-urge',
    gist: '在聊天里催办',
    at: '2026-11-12T21:05',
    openid: 'oSample_cooking_fumes',
    messageId: '24700000000000206',
    message: { MsgType: 'text', Content: '催办' },
  },
];
