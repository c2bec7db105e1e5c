// While something is awaited, the server is asked each second whether it is still the same one. If it is gone the page
// says so and keeps what was typed; when it is back, the page is loaded again at its address and shows the same.
const KEPT = "minutebook.interrupted";
const waiting = new Set();
let lost = false;
let clock;

// Which server answers: its id, null where none can be reached, undefined where one takes its time.
const serverNow = async () => {
  try {
    const reply = await fetch("gradio_api/app_id", { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    return reply.ok ? (await reply.json()).app_id : null;
  } catch (error) {
    return error.name === "TimeoutError" && !lost ? undefined : null;
  }
};

const show = (line) => {
  const place = element.querySelector(".mb-lifeline");
  place.textContent = line;
  document.body.classList.toggle("mb-lost", lost);
};

const keep = () => {
  const typed = document.querySelector("#mb-question")?.value ?? "";
  sessionStorage.setItem(KEPT, JSON.stringify({ typed }));
};

// Whether another server answers than the one that made this page, or the same after it was away.
const isAnother = (now) => lost || String(now) !== String(window.gradio_config?.app_id);

const beginAgain = () => {
  keep();
  location.reload();
};

const look = async () => {
  const now = await serverNow();
  if (now === null) {
    lost = true;
    show("The connection to Minutebook was lost. Nothing you asked is lost: this page goes on by itself when it is back.");
  } else if (now !== undefined && isAnother(now)) {
    beginAgain();
    return;
  }
  if (lost || waiting.size) clock = setTimeout(look, 1000);
  else clock = undefined;
};

Object.assign(window.minutebook, {
  await: (what) => {
    waiting.add(what);
    clock ??= setTimeout(look, 1000);
  },
  arrived: (what) => { waiting.delete(what); },
  // Whether the server that made this page answers; if another does, the page is loaded again before it shows anything of
  // that one, and nobody has begun to work on what is about to go.
  unbroken: async () => {
    const now = await serverNow();
    if (now === null || now === undefined) return false;
    if (isAnother(now)) beginAgain();
    return !isAnother(now);
  },
  // What stood in the question box when the connection was lost, once; "" otherwise.
  typedBefore: () => {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (kept === null) return "";
    show("Minutebook was interrupted and is back. What you had asked has been looked up again.");
    return JSON.parse(kept).typed;
  },
});
addEventListener("pagehide", () => { if (lost) keep(); }); // Gradio may notice first, and load the page again itself
