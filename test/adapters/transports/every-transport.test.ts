import { callbackPeer } from '../../support/peers/callbacks.ts';
import { wechatPeer, wecomPeer } from '../../support/peers/chats.ts';
import { sesPeer, smtpPeer } from '../../support/peers/email.ts';
import { robotPeer } from '../../support/peers/robots.ts';
import { aliyunPeer, snsPeer, tencentPeer } from '../../support/peers/sms.ts';
import { keepsTheContract, type PeerWho } from './contract.ts';

const PEERS: Readonly<Record<string, PeerWho>> = {
  ...{ SES: sesPeer, 'a mail server': smtpPeer },
  ...{ Aliyun: aliyunPeer, Tencent: tencentPeer, SNS: snsPeer },
  ...{ WeChat: wechatPeer, WeCom: wecomPeer },
  ...{ 'a robot of WeCom': robotPeer('wecom'), 'a robot of DingTalk': robotPeer('dingtalk') },
  'a robot of Feishu': robotPeer('feishu'),
  'a call to a partner': callbackPeer,
};

for (const [name, peerWho] of Object.entries(PEERS)) keepsTheContract(name, peerWho);
