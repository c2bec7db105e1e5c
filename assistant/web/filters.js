// The filter form shows what the address says and writes into it what is chosen; who "we" are stays in this browser.
const KEPT = "minutebook.we";
const controls = () => [...element.querySelectorAll("[data-filter]")];
const ours = () => [...element.querySelectorAll("[data-we]")];
const wide = matchMedia("(min-width: 60rem)");

const valueOf = (control) => (control.type === "checkbox" ? (control.checked ? control.value : "") : control.value);
const setTo = (control, value) => {
  if (control.type === "checkbox") control.checked = Boolean(value);
  else control.value = value;
};

const readable = (control) => {
  const value = valueOf(control);
  if (control.tagName === "SELECT") return value;
  if (control.type === "checkbox") return "outcomes only";
  const words = new Date(`${value}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${control.dataset.filter} ${words}`;
};

const offerOnlyItsBodies = (several, name) => {
  const council = several.find((control) => control.dataset[name] === "council");
  const body = several.find((control) => control.dataset[name] === "body");
  for (const group of body?.querySelectorAll("optgroup") ?? []) {
    group.disabled = group.hidden = Boolean(council?.value) && group.label !== council.value;
    if (group.disabled && group.querySelector("option:checked")) body.value = "";
  }
};

const describe = () => {
  const line = element.querySelector(".mb-narrowed");
  if (line) line.textContent = controls().filter(valueOf).map(readable).join(", ") || "all minutes";
  const said = element.querySelector(".mb-we-said");
  if (said) said.textContent = Object.values(window.minutebook.we()).join(", ") || "not said";
};

// {council, body} as set, without what is not; {} where nobody said.
window.minutebook.we = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    return Object.fromEntries(["council", "body"].filter((name) => kept[name]).map((name) => [name, String(kept[name])]));
  } catch {
    return {}; // storage switched off, or not ours
  }
};

element.addEventListener("change", (event) => {
  if (event.target.dataset.we !== undefined) {
    offerOnlyItsBodies(ours(), "we");
    const we = Object.fromEntries(ours().map((control) => [control.dataset.we, control.value]));
    localStorage.setItem(KEPT, JSON.stringify(we));
    describe();
    return;
  }
  offerOnlyItsBodies(controls(), "filter");
  window.minutebook.choose(Object.fromEntries(controls().map((control) => [control.dataset.filter, valueOf(control)])));
});
element.addEventListener("click", (event) => {
  if (event.target.closest(".mb-clear")) {
    window.minutebook.choose(Object.fromEntries(controls().map((control) => [control.dataset.filter, ""])));
  }
});

const refill = () => {
  const { chosen, we } = window.minutebook;
  for (const control of controls()) setTo(control, chosen()[control.dataset.filter] ?? "");
  for (const control of ours()) setTo(control, we()[control.dataset.we] ?? "");
  offerOnlyItsBodies(controls(), "filter");
  offerOnlyItsBodies(ours(), "we");
  describe();
  const details = element.querySelector(".mb-filters");
  if (details && !details.dataset.placed) {
    details.open = wide.matches;
    details.dataset.placed = "yes";
  }
};

document.addEventListener("mb:moved", refill);
watch("value", refill);
refill();
