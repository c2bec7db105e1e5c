// Loading minutes: files go up one after the other; while something goes on, the desk is looked at each second.
const here = () => window.minutebook.page() === "loading" && element.querySelector("#mb-desk");
const complain = (line) => {
  const place = element.querySelector(".mb-unloaded");
  if (place) place.textContent = [place.textContent, line].filter(Boolean).join("\n");
};
const plain = () => { element.querySelector(".mb-unloaded").textContent = ""; };
let clock;
let said = "";
let saidAt = 0;

// A line for whoever does not see the page; of what changes each second, one every five.
const say = (desk) => {
  const line = desk.dataset.said;
  const now = performance.now();
  if (line === said || ("busy" in desk.dataset && now - saidAt < 5000)) return;
  said = line;
  saidAt = now;
  window.minutebook.say(line);
};

const soon = () => {
  clearTimeout(clock);
  clock = setTimeout(look, 1000);
};

// What the desk looks like, and the status of the reply; null where the server of this page cannot be reached.
const met = async () => {
  try {
    if (!await window.minutebook.unbroken()) return null;
    const reply = await fetch("loading/desk", { cache: "no-store" });
    return { reply, text: await reply.text() };
  } catch {
    return null;
  }
};

const look = async () => {
  const place = here();
  if (!place) return;
  const seen = await met();
  if (seen === null) {
    window.minutebook.await("desk"); // says that the connection is lost, and loads the page again when it is back
    soon();
    return;
  }
  window.minutebook.arrived("desk");
  const { reply, text } = seen;
  if (reply.status === 401) location.reload(); // the log-in has run out: the page leads to it
  if (!reply.ok) {
    complain(text);
    return;
  }
  const was = element.querySelector(".mb-progress") !== null;
  const fresh = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
  window.minutebook.renew(place.firstElementChild, fresh);
  const desk = place.firstElementChild;
  say(desk);
  if (was && "ended" in desk.dataset) trigger("renew", {}); // there are more minutes to ask about than before
  if ("busy" in desk.dataset) soon();
};

// Ask for something to be done; true if it was.
const ask = async (deed, what = {}) => {
  try {
    const reply = await fetch(`loading/${deed}`, { method: "POST", body: JSON.stringify(what) });
    if (!reply.ok) complain(await reply.text());
    return reply.ok;
  } catch {
    window.minutebook.await("desk");
    return false;
  }
};

const send = (file) => new Promise((done) => {
  const row = document.createElement("label");
  const bar = document.createElement("progress");
  const name = file.name.toWellFormed?.() ?? file.name;
  row.append(`${name} `, bar);
  bar.max = 1;
  element.querySelector(".mb-uploads")?.append(row);
  const request = new XMLHttpRequest();
  request.open("PUT", `loading/files/${encodeURIComponent(name)}`);
  request.upload.onprogress = (event) => { bar.value = event.total ? event.loaded / event.total : 0; };
  request.onloadend = () => {
    row.remove();
    if (!request.status) complain(`${name} could not be sent: it is a folder, or the connection was lost.`);
    else if (request.status !== 201) complain(request.responseText);
    done();
  };
  request.send(file);
});

const takeIn = async (files) => {
  plain();
  const largest = Number(element.querySelector(".mb-drop").dataset.largest);
  for (const file of files) {
    if (file.size > largest) complain(`${file.name} is larger than ${largest >> 20} MB: split it`);
    else {
      await send(file);
      await look();
    }
  }
};

const told = (card) => [...card.querySelectorAll("[data-meeting]")].map((meeting) =>
  Object.fromEntries([...meeting.querySelectorAll("[data-said]")].map((field) => [field.dataset.said, field.value])));

const save = async (card) => {
  const wrong = [...card.querySelectorAll('[type="date"]')].find((field) => !field.validity.valid);
  if (wrong) {
    complain(`${card.dataset.name}: the date is not complete.`);
    wrong.focus();
    return false;
  }
  if (!await ask("tell", { name: card.dataset.name, meetings: told(card) })) return false;
  card.removeAttribute("data-dirty");
  return true;
};

const stand = (...places) => {
  const place = places.map((selector) => element.querySelector(selector)).find(Boolean);
  place?.focus();
};

const DEEDS = {
  tell: (card) => save(card),
  remove: async (card) => {
    await ask("remove", { names: [card.dataset.name] });
    await look();
    stand(".mb-waiting-title", "#mb-files");
  },
  add: async () => {
    const chosen = [...element.querySelectorAll("[data-choose]:checked")];
    for (const card of chosen.map((box) => box.closest("[data-name]"))) {
      if ("dirty" in card.dataset && !await save(card)) return;
    }
    if (!await ask("add", { names: chosen.map((box) => box.dataset.choose) })) return;
    await look();
    stand("#mb-load");
  },
  "go-on": async () => {
    if (!await ask("go-on")) return;
    await look();
    stand("#mb-load");
  },
  "take-back": async () => {
    await ask("take-back");
    await look();
    stand(".mb-waiting-title", "#mb-files");
  },
};

element.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  plain();
  await DEEDS[button.dataset.do](button.closest("[data-name]"));
  look();
});
element.addEventListener("input", (event) => {
  const card = event.target.dataset.said === undefined ? null : event.target.closest("[data-name]");
  if (card) card.dataset.dirty = "";
});
element.addEventListener("keydown", async (event) => {
  if (event.key !== "Enter" || event.target.dataset.said === undefined || event.target.tagName !== "INPUT") return;
  plain();
  await save(event.target.closest("[data-name]"));
  look();
});
element.addEventListener("change", (event) => {
  if (event.target.id !== "mb-files") return;
  const files = [...event.target.files];
  event.target.value = ""; // the same file can be chosen again
  takeIn(files);
});

// Files may be dropped anywhere while this view is shown: beside it, the browser would leave the page for the file.
const over = (event) => {
  if (!here() || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  element.querySelector(".mb-drop").classList.toggle("mb-over", event.type === "dragover");
  if (event.type === "drop") takeIn([...event.dataTransfer.files]);
};
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, over);

watch("value", () => {
  if (!here()) return;
  said = "";
  look();
});
