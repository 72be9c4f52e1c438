import { MAX_UPLOAD_BYTES } from '../../../domain/upload.ts';
import { raw } from './document.ts';
import { type Html, html } from './html.ts';

/** The largest file that the bucket takes, as a hint says it. */
export const LARGEST_FILE = `最大${MAX_UPLOAD_BYTES / 1024 / 1024}兆`;

/** What the script asks an input for a file. */
export const MOST_BYTES = raw(` data-most="${MAX_UPLOAD_BYTES}"`);

/** Where no script looks at the file first, the bucket refuses it with a page of its own, in English. */
export const REFUSED_IN_ENGLISH: Html = html`<noscript><p class="hint">上传后如果看到一页英文，就是文件太大或者是空的，没有收到：请按浏览器的“后退”，换一份再传。</p></noscript>`;

/** For scripts: says of the file that was just chosen for this input what the bucket would refuse, before it is sent. */
export const TELL_SIZE = `
  var tellSize = function (input) {
    var size = input.files && input.files[0] ? input.files[0].size : 1;
    var most = Number(input.getAttribute('data-most'));
    input.setCustomValidity(size === 0 ? '这份文件是空的，请换一份。' : size > most ? '这份文件太大，请压缩或者分开后再传。' : '');
    return !input.reportValidity || input.reportValidity();
  };`;
