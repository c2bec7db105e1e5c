// The conversation follows the address; a whole answer is said aloud once; one can be taken away, or judged.
const talk = () => {
  const list = [...new URLSearchParams(location.search)].filter(([name]) => name !== "passage");
  const last = list.map(([name]) => name).lastIndexOf("q");
  return JSON.stringify(list.slice(0, last + 1));
};
let shown; // the part of the address that is on the page
let answered = 0;
let following = false;
let told = ""; // why the reader waits
let judged = null; // the turn whose judgement is being kept

const follow = () => {
  if (window.minutebook.page() !== "ask" || talk() === shown) return;
  shown = talk();
  window.minutebook.await("conversation");
  trigger("converse", {});
};
document.addEventListener("mb:moved", follow);

// A new question comes to the top and stays there while its answer grows, unless the reader moves meanwhile.
for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(moved, () => { following = false; }, { passive: true });
}

const say = (turn) => {
  const words = [...turn.querySelectorAll(".mb-words, .mb-answer > .mb-error")].map((p) => p.innerText).join(" ");
  const cited = turn.querySelectorAll(".mb-source").length;
  window.minutebook.say(cited ? `${words} ${cited} paragraph${cited === 1 ? "" : "s"} cited.` : words);
};

// What makes a reader wait longer than usual is said once, so that nobody takes it for silence.
const sayWhy = () => {
  const why = element.querySelector("[data-say]")?.dataset.say ?? "";
  if (why && why !== told) window.minutebook.say(why);
  told = why;
};

watch("value", () => {
  sayWhy();
  const turns = element.querySelectorAll(".mb-turn");
  const busy = element.querySelector('[aria-busy="true"]') !== null;
  const last = turns[turns.length - 1];
  if (busy && turns.length > answered) following = true;
  if (following && last) last.scrollIntoView({ block: "start" });
  if (busy) return;
  following = false;
  window.minutebook.arrived("conversation");
  if (turns.length > answered) say(last);
  if (!answered && turns.length) document.querySelector(".mb-filters")?.removeAttribute("open"); // its line stays
  answered = turns.length;
  if (judged !== null) turns[judged]?.querySelector(".mb-saved")?.focus();
  judged = null;
  document.dispatchEvent(new Event("mb:answered"));
});

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-take]");
  if (!button) return;
  const { take, turn } = button.dataset;
  window.minutebook.await("file");
  trigger("take", { suffix: take, turn: turn === undefined ? null : Number(turn) });
});

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-judge]");
  if (!button) return;
  const form = button.closest(".mb-judging");
  const verdict = form.querySelector('[type="radio"]:checked')?.value;
  const keys = [...form.querySelectorAll('[type="checkbox"]:checked')]
    .map((box) => box.value || window.minutebook.passage()).filter(Boolean);
  const missing = form.querySelector(".mb-unjudged");
  missing.textContent = "";
  if (!verdict) missing.textContent = "Say first what is wrong.";
  else if (!keys.length && verdict !== "should have refused") {
    missing.textContent = "Choose the passage that should have been cited, or open it in the record.";
  } else {
    judged = Number(button.dataset.judge);
    trigger("judge", { turn: judged, verdict, keys });
  }
});
