// What the keyboard needs beyond the browser's own: Escape closes what is open, and the focus is never lost or hidden.
let last = null; // what had the focus
const there = (place) => place?.isConnected && place.checkVisibility();

// Where to go on when a redraw has taken what had the focus: the newest question, the head of the view or of the page.
const places = () => ["#mb-conversation .mb-turn:last-of-type .mb-question", "#mb-view h2", "#mb-conversation h2"]
  .map((selector) => document.querySelector(selector));

const recover = () => {
  if (document.activeElement !== document.body || !last || there(last)) return;
  places().find(there)?.focus(); // none yet: the next redraw tries again
};

const covered = (place) => {
  const { left, top, width, height } = place.getClientRects()[0] ?? place.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return above !== null && !place.contains(above) && !above.contains(place);
};

document.addEventListener("focusin", ({ target }) => {
  last = target;
  if (target.matches(":focus-visible") && covered(target)) target.scrollIntoView({ block: "center" });
});
document.addEventListener("pointerdown", () => { last = null; }); // a click beside everything means to leave
// The browser lets go of what is hidden only when it draws the page again.
const soon = () => requestAnimationFrame(() => setTimeout(recover));
new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });

document.addEventListener("click", (event) => {
  if (!event.target.closest(".mb-skip")) return;
  event.preventDefault();
  const content = document.querySelector("#mb-content");
  content.tabIndex = -1;
  content.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
  if (event.target.matches('[type="search"]') && event.target.value) return; // Escape empties it
  const details = event.target.closest("details[open]");
  if (details) {
    details.open = false;
    details.querySelector("summary").focus();
  } else document.querySelector(".mb-panel-open .mb-close")?.click();
});
