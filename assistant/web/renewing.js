// A part of the page is brought to what the server shows now, and what has not changed is left alone: whoever types
// or stands there keeps their place, and what they typed.
const alike = (one, other) =>
  one.nodeName === other.nodeName && one.className === other.className && one.dataset?.name === other.dataset?.name;
const THEIRS = new Set(["open", "data-dirty"]); // what the person at the page decides

window.minutebook.renew = (old, fresh) => {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !THEIRS.has(name)) old.removeAttribute(name);
  }
  const left = [...old.childNodes];
  const wanted = [...fresh.childNodes].map((child) => {
    const at = left.findIndex((one) => alike(one, child));
    if (at < 0) return child;
    const [there] = left.splice(at, 1);
    window.minutebook.renew(there, child);
    return there;
  });
  for (const gone of left) gone.remove();
  wanted.forEach((child, n) => {
    if (old.childNodes[n] !== child) old.insertBefore(child, old.childNodes[n] ?? null);
  });
};
