import type { WechatSample } from '../sample.ts';

/** From the official account, in safe mode. */
export const WECHAT: readonly WechatSample[] = [
  {
    channel: 'wechat',
    name: 'fish-kill',
    gist: '夜里河面大片死鱼',
    at: '2026-09-10T02:17',
    openid: 'oSample_fish_kill',
    messageId: '24700000000000101',
    message: {
      MsgType: 'text',
      Content:
        '沙浦县渔湾镇这边，刚刚半夜一点多起来巡塘，发现上游石板桥下面流过来的水发黑，带白色泡沫，有股农药味，我家和隔壁两家鱼塘的鱼都翻白了，河面上也漂着大片死鱼，下游三公里就是镇自来水厂的取水口！上游就一个化工园，肯定是趁夜里偷排废水，上个月也有过一次，没这么严重。我拿矿泉水瓶接了两瓶水样，鱼也捞了几条放冰箱，手机拍了视频。求你们马上派人来，天亮水一冲证据就没了！！',
    },
  },
  {
    channel: 'wechat',
    name: 'karaoke',
    gist: 'KTV低音炮到凌晨',
    at: '2026-09-10T07:42',
    again: ['2026-09-10T07:42:05', '2026-09-10T07:42:10'],
    openid: 'oSample_karaoke',
    messageId: '24700000000000102',
    message: {
      MsgType: 'text',
      Content:
        '汀南区渡口老街二楼那家KTV，一到晚上低音炮咚咚咚的，歌声嚎到凌晨两三点，楼上楼下都是老住户，睡不着。给智能部门打过电话，说来了没测到超标，请问你们是几点来测的？后半夜才是最吵的时候。今年已经第四次反映了，每次回复都是“已现场检查，加强监管”，一个字都不带变的。我妈八十多了，最近血压一直降不下来，希望这次有个结果，几点来测也跟我们说一声，我们把窗户打开让你们听。',
    },
  },
  {
    channel: 'wechat',
    name: 'vague',
    gist: '没说地点和事情的抱怨',
    at: '2026-09-10T08:30',
    openid: 'oSample_vague',
    messageId: '24700000000000103',
    message: { MsgType: 'text', Content: '又来了又来了，天天这样，反映多少回了没人管，你们自己来看看吧，受不了了' },
  },
  {
    channel: 'wechat',
    name: 'photo-only',
    gist: '只发来一张照片',
    at: '2026-09-10T09:55',
    openid: 'oSample_photo_only',
    messageId: '24700000000000104',
    message: {
      MsgType: 'image',
      PicUrl: 'http://mmbiz.qpic.example/sample-photo',
      MediaId: 'sample-media-0104',
    },
  },
  {
    channel: 'wechat',
    name: 'pig-farm',
    gist: '养猪场粪水排进灌溉渠',
    at: '2026-09-10T10:37',
    openid: 'oSample_pig_farm',
    messageId: '24700000000000105',
    message: {
      MsgType: 'text',
      Content:
        '泽宁市苇溪县芦桥镇，镇政府往西两公里的规模养猪场，存栏怕有两千头，粪水不外理就从后墙的暗管排到灌溉渠，渠水是黑的，我们十几亩晚稻不敢灌水。臭味顺风能飘到三里外的中学。场长说他有沼气池，可池子早就满了往外溢。去年县里来查，第二天就恢复原样，村民都说他上面有人。这次要是再走过场，我们就把水样送到省里去验。别说是我说的，我家的地还跟他挨着。',
    },
    further: [
      { MsgType: 'image', PicUrl: 'http://mmbiz.qpic.example/sample-canal', MediaId: 'sample-media-0105' },
      { MsgType: 'location', Location_X: '31.208700', Location_Y: '118.653200', Label: '芦桥镇灌溉渠旁' },
    ],
  },
  {
    channel: 'wechat',
    name: 'cooking-fumes',
    gist: '烧烤店油烟冲居民楼',
    at: '2026-09-10T12:58',
    openid: 'oSample_cooking_fumes',
    messageId: '24700000000000106',
    message: {
      MsgType: 'text',
      Content:
        '青坪市观稻路56号楼下新开的烧烤店，排烟管直接对着我家厨房窗户，每天下午五点到夜里一点油烟味直往屋里灌，抽油烟机开着都没用，阳台上晾的衣服全是烧烤味。店里那个油烟净化器是摆设，从来不插电。家里老人有哮喘，上个礼拜刚住过院。跟老板说了三回，他讲环保来过都没说啥，你爱去哪告去哪告。请尽快来处里一下，最好晚上八点以后来，白天他不开火，谢谢了',
    },
  },
  {
    channel: 'wechat',
    name: 'quarry-trucks',
    gist: '采石场挖山、货车扬尘',
    at: '2026-09-10T17:21',
    openid: 'oSample_quarry_trucks',
    messageId: '24700000000000107',
    message: {
      MsgType: 'text',
      Content:
        '岩前区石笋乡老鹰岩下面的采石场，批的是五十亩，现在半座山都挖空了，植被全没了，一下雨泥浆水就冲到我们村口。破碎机没有封闭，粉尘满天飞，拉石料的大货车从早到晚不盖篷布，村里的橘子树叶子上一层白灰。乡里说手续齐全，那越界开采算不算手续齐全？上半年省里的人来过，提前三天路上就洒水了，机器也停了，人一走照旧。要求把审批的范围公布出来，再查一查破坏的山体谁来复绿。',
    },
  },
  {
    channel: 'wechat',
    name: 'night-smell',
    gist: '深夜化工味，多人呕吐',
    at: '2026-09-10T23:40',
    openid: 'oSample_night_smell',
    messageId: '24700000000000108',
    message: {
      MsgType: 'text',
      Content:
        '石渡区东渡街道滨江安置小区，现在（晚上十一点半）整个小区一股很浓的刺鼻化学味，像臭鸡蛋又像漂白水，好几栋楼的人都跑下来了，我们这栋已经有七八个人头晕呕吐，有个老人叫了救护车。风是从化工码头那边吹来的，不知道是不是储罐的废气泄漏了，十点多的时候听见那边有很响的放气声。我们不敢回屋，孩子都抱在楼下空地上，不知道该往哪边躲。打了几个电话都让等，请马上来人！',
    },
  },
];
