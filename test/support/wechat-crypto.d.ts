/** The part of wechat-crypto that the tests compare ours with. */
declare module 'wechat-crypto' {
  const WechatCrypto: new (
    token: string,
    encodingAesKey: string,
    appId: string,
  ) => {
    encrypt(message: string): string;
    decrypt(sealed: string): { message: string; id: string };
    getSignature(timestamp: string, nonce: string, sealed: string): string;
  };
  // The one way to declare what `import x from` takes out of a CommonJS module.
  // biome-ignore lint/style/noDefaultExport: see above.
  export default WechatCrypto;
}
