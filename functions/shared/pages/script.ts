import { TELL_SIZE } from './upload-size.ts';

/**
 * The one script, within the pages with a form. Nothing needs it: it fills in where the phone is, counts what was
 * typed, says of a file that it is too large, and greys out a button that was pressed. In the language of 2009, for old phones.
 */
export const SCRIPT = `
(function () {${TELL_SIZE}
  var file = document.getElementById('file');
  if (file) file.addEventListener('change', function () { tellSize(file); });
  var form = document.querySelector('form[data-once]');
  if (form) {
    var buttons = form.querySelectorAll('button[type=submit]');
    var able = function (yes) { for (var i = 0; i < buttons.length; i++) buttons[i].disabled = !yes; };
    form.addEventListener('submit', function () { setTimeout(function () { able(false); }, 0); });
    window.addEventListener('pageshow', function () { able(true); });
  }
  var text = document.getElementById('text');
  var count = document.getElementById('count');
  if (text && count) {
    var tell = function () { count.textContent = text.value ? '已写' + text.value.length + '字。' : ''; };
    text.addEventListener('input', tell);
    tell();
  }
  var here = document.getElementById('here');
  var told = document.getElementById('here-told');
  if (here && navigator.geolocation) {
    here.hidden = false;
    here.addEventListener('click', function () {
      told.textContent = '正在定位…';
      navigator.geolocation.getCurrentPosition(function (found) {
        document.getElementById('latitude').value = found.coords.latitude.toFixed(6);
        document.getElementById('longitude').value = found.coords.longitude.toFixed(6);
        told.textContent = '已填入您现在的位置，误差约' + Math.round(found.coords.accuracy) + '米。';
      }, function () {
        told.textContent = '没能取得位置，不要紧：写明地址就可以。';
      }, { enableHighAccuracy: true, timeout: 15000 });
    });
  }
  var summary = document.getElementById('errors');
  if (summary) summary.focus();
})();
`.trim();
