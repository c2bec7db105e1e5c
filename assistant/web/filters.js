// The filter form: what is chosen becomes the component's value and is sent with every question.
const controls = () => [...element.querySelectorAll("[data-filter]")];
const wide = matchMedia("(min-width: 60rem)");

const readable = (control) => {
  if (control.tagName === "SELECT") return control.value;
  const day = new Date(`${control.value}T12:00`);
  const words = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${control.dataset.filter} ${words}`;
};

const offerOnlyItsBodies = () => {
  const council = element.querySelector('[data-filter="council"]');
  for (const group of element.querySelectorAll("optgroup")) {
    group.disabled = group.hidden = Boolean(council?.value) && group.label !== council.value;
    if (group.disabled && group.querySelector("option:checked")) group.parentElement.value = "";
  }
};

const describe = () => {
  const chosen = controls().filter((control) => control.value);
  const line = element.querySelector(".mb-narrowed");
  if (line) line.textContent = chosen.length ? chosen.map(readable).join(", ") : "all minutes";
};

const choose = () => {
  offerOnlyItsBodies();
  props.value = Object.fromEntries(controls().map((control) => [control.dataset.filter, control.value]));
  describe();
};

element.addEventListener("change", choose);
element.addEventListener("click", (event) => {
  if (!event.target.closest(".mb-clear")) return;
  for (const control of controls()) control.value = "";
  choose();
});

// The server sends the form when the page loads, and empties the value when a new conversation begins.
const refill = () => {
  for (const control of controls()) control.value = props.value?.[control.dataset.filter] ?? "";
  offerOnlyItsBodies();
  describe();
  const details = element.querySelector("details");
  if (details && !details.dataset.placed) {
    details.open = wide.matches;
    details.dataset.placed = "yes";
  }
};

watch(["value", "form"], refill);
refill();
