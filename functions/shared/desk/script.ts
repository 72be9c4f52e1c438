import { TELL_SIZE } from '../pages/upload-size.ts';

/**
 * The desk's one script. Nothing needs it: it greys out a button that was pressed, sends a file as soon as it is
 * chosen if the bucket would take it, ticks a whole list, and has keys move in it, and from case to case, where
 * nobody is typing.
 */
export const DESK_SCRIPT = `
(function () {${TELL_SIZE}
  var forms = document.querySelectorAll('form[data-once]');
  var able = function (yes) {
    for (var i = 0; i < forms.length; i++) {
      var buttons = forms[i].querySelectorAll('button[type=submit]');
      for (var j = 0; j < buttons.length; j++) buttons[j].disabled = !yes;
    }
  };
  for (var i = 0; i < forms.length; i++) forms[i].addEventListener('submit', function () { setTimeout(function () { able(false); }, 0); });
  window.addEventListener('pageshow', function () { able(true); });
  var file = document.getElementById('file');
  if (file) file.addEventListener('change', function () {
    if (tellSize(file)) file.form.requestSubmit();
  });
  var tick = document.querySelector('a[data-tick]');
  if (tick) tick.addEventListener('click', function (event) {
    event.preventDefault();
    var boxes = document.querySelectorAll('.tick input');
    var all = tick.getAttribute('data-tick') === 'all';
    for (var i = 0; i < boxes.length; i++) boxes[i].checked = all;
    tick.setAttribute('data-tick', all ? '' : 'all');
    tick.textContent = all ? '全不选' : '全选本页';
  });
  var summary = document.getElementById('errors');
  if (summary) summary.focus();
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    var rows = [].slice.call(document.querySelectorAll('a.go'));
    var at = rows.indexOf(document.activeElement);
    var go = event.key === 'j' ? rows[at + 1] : event.key === 'k' ? rows[at - 1] : null;
    if (event.key === '/') {
      go = document.getElementById('q');
      if (go) go.closest('details').open = true;
    }
    if (event.key === '?') location.href = '/desk/help#keys';
    var rel = { j: 'next', k: 'prev' }[event.key];
    var beside = rel && document.querySelector('a[rel=' + rel + ']');
    if (beside) { location.href = beside.href; return; }
    if (go) { event.preventDefault(); go.focus(); }
  });
})();
`.trim();
