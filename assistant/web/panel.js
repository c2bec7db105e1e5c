// The record follows the address: an opened passage scrolls into view and takes the focus; closing gives it back.
let open = "";
let opener = null;

const follow = () => {
  const wanted = window.minutebook.passage();
  if (!wanted && !open) return;
  if (wanted && !open) opener = document.activeElement?.closest?.('a[href*="passage="]') ?? opener;
  open = wanted;
  window.minutebook.await("record");
  trigger("open", {});
};
document.addEventListener("mb:moved", follow);
document.addEventListener("mb:answered", () => { if (open) follow(); }); // now it is known what is quoted of it

let focused = "";
watch("value", () => {
  window.minutebook.arrived("record");
  const panel = element.querySelector(".mb-panel-open");
  document.body.classList.toggle("mb-reading", panel !== null);
  if (!panel) {
    if (focused && opener?.isConnected) {
      opener.focus({ preventScroll: true });
      opener.scrollIntoView({ block: "nearest" });
    }
    focused = "";
    return;
  }
  if (panel.dataset.passage === focused) return;
  focused = panel.dataset.passage;
  panel.querySelector(".mb-panel-title").focus({ preventScroll: true });
  const place = panel.querySelector(".mb-place");
  const cited = panel.querySelector(".mb-passage-cited");
  if (place && cited) place.scrollTop = cited.offsetTop - place.offsetTop - place.clientHeight / 4;
  if (!matchMedia("(min-width: 60rem)").matches) panel.scrollIntoView({ block: "start" });
});
