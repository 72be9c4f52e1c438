/**
 * The desk's one script. Nothing needs it: it greys out a button that was pressed, and has the keys j, k and / move in a
 * list, where nobody is typing.
 */
export const DESK_SCRIPT = `
(function () {
  var forms = document.querySelectorAll('form[data-once]');
  var able = function (yes) {
    for (var i = 0; i < forms.length; i++) {
      var buttons = forms[i].querySelectorAll('button[type=submit]');
      for (var j = 0; j < buttons.length; j++) buttons[j].disabled = !yes;
    }
  };
  for (var i = 0; i < forms.length; i++) forms[i].addEventListener('submit', function () { setTimeout(function () { able(false); }, 0); });
  window.addEventListener('pageshow', function () { able(true); });
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
