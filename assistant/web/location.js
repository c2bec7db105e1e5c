// The address of the page is all its state: links inside the page change it without leaving, and Back goes back.
// What else the scripts of the page share (the reader's last place, saying a line aloud) is in `window.minutebook`.
const FILTERS = ["council", "body", "from", "to", "outcomes"];
const OPTIONS = ["search", "sort", "outcome", "standing"];
const LONGEST = 6000; // characters: of a very long conversation the oldest questions leave the address
const plain = document.title;
let asking = "?";

const pairs = () => [...new URLSearchParams(location.search)];
const written = (list) => `?${new URLSearchParams(list)}`;
const conversation = (list) => list.slice(0, list.map(([name]) => name).lastIndexOf("q") + 1);
const chosenIn = (list) =>
  Object.fromEntries(FILTERS.map((name) => [name, list.filter(([n]) => n === name).at(-1)?.[1] ?? ""]));
const changes = (before, after) =>
  FILTERS.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]);

const shortened = (list) => {
  const first = list.findIndex(([name]) => name === "q");
  const several = list.filter(([name]) => name === "q").length > 1;
  return several && written(list).length > LONGEST ? shortened(list.toSpliced(first, 1)) : list;
};

const page = () => new URLSearchParams(location.search).get("show") ?? "ask";

// The link of the view that is shown is marked; the others keep the filters.
const mark = () => {
  const now = page();
  const filters = changes(chosenIn([]), chosenIn(pairs()));
  let name = "";
  for (const link of element.querySelectorAll(".mb-view-link")) {
    const here = link.dataset.page === now;
    if (here) name = link.textContent;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    link.setAttribute("href", link.dataset.page === "ask" ? asking : written([["show", link.dataset.page], ...filters]));
  }
  return name;
};

const tell = () => {
  const now = page();
  if (now === "ask") asking = location.search || "?";
  document.body.dataset.page = now;
  const name = mark();
  const question = pairs().filter(([n]) => n === "q").at(-1)?.[1];
  document.title = [now === "ask" ? question : name, plain].filter(Boolean).join(" – ");
  document.dispatchEvent(new Event("mb:moved"));
};

const go = (address, replace = false) => {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  tell();
};

window.minutebook = {
  start: tell, // once the server has answered for the first time: before, Gradio forgets what components are told
  go,
  page,
  passage: () => new URLSearchParams(location.search).get("passage") ?? "",
  chosen: () => chosenIn(pairs()),
  // One more question, narrowed to what is given; the form stays as it is.
  ask: (question, narrowed) => {
    const before = conversation(pairs());
    const asked = [...before, ...changes(chosenIn(before), narrowed), ["q", question]];
    go(written(shortened([...asked, ...changes(narrowed, chosenIn(pairs()))])));
  },
  // Other filters for what comes next; earlier answers keep theirs.
  choose: (chosen) => {
    const before = conversation(pairs());
    const rest = pairs().slice(before.length).filter(([name]) => !FILTERS.includes(name));
    go(written([...before, ...changes(chosenIn(before), chosen), ...rest]), true);
  },
  // Another way to look at a view: {search: "...", sort: "..."}; the passage that was open is closed.
  look: (options) => {
    const kept = pairs().filter(([name]) => name !== "passage" && !(name in options));
    const given = Object.entries(options).filter(([name, value]) => OPTIONS.includes(name) && value);
    go(written([...kept, ...given]), true);
  },
  say: (line) => { element.querySelector(".mb-said").textContent = line; },
};

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="?"]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});
addEventListener("popstate", tell);
watch("value", mark); // an officer has a view more than the page first shows
document.body.dataset.page = page();
