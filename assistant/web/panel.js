// The passage panel: an opened passage scrolls into view and takes the focus; closing gives the focus back.
const opener = (panel) => {
  const { turn, cite, hit } = panel.dataset;
  const which = cite === undefined ? `[data-hit="${hit}"]` : `[data-cite="${cite}"]`;
  return document.querySelector(`button[data-turn="${turn}"]${which}`);
};

const copy = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Over plain http from another computer there is no clipboard: select, and copy the old way.
    field.select();
    document.execCommand("copy");
  }
};

element.addEventListener("click", async (event) => {
  const panel = element.querySelector(".mb-panel-open");
  if (!panel) return;
  if (event.target.closest(".mb-copy")) {
    await copy(panel.querySelector("textarea"));
    panel.querySelector(".mb-copied").textContent = "Copied";
  }
  if (event.target.closest(".mb-close")) {
    const back = opener(panel);
    trigger("close", {});
    back?.focus();
    back?.scrollIntoView({ block: "nearest" });
  }
});

watch("value", () => {
  const panel = element.querySelector(".mb-panel-open");
  if (!panel) return;
  const place = panel.querySelector(".mb-place");
  const cited = panel.querySelector(".mb-passage-cited");
  const title = panel.querySelector(".mb-panel-title");
  panel.querySelector(".mb-copied").textContent = "";
  title.focus({ preventScroll: true });
  place.scrollTop = cited.offsetTop - place.offsetTop - place.clientHeight / 4;
  if (panel.getBoundingClientRect().top > innerHeight / 2) panel.scrollIntoView({ block: "start" });
});
