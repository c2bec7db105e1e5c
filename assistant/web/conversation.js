// Buttons inside the conversation: an example asks its question, a citation opens its passage.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { ask, turn, cite, hit } = button.dataset;
  if (ask !== undefined) trigger("ask", { question: ask });
  if (turn === undefined) return;
  trigger("open", {
    turn: Number(turn),
    cite: cite === undefined ? null : Number(cite),
    hit: hit === undefined ? null : Number(hit),
  });
});

// A new question comes into view once; after that the reader keeps the scroll position.
let shown = 0;
watch("value", () => {
  const turns = element.querySelectorAll(".mb-turn");
  if (turns.length > shown) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    turns[turns.length - 1].scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }
  shown = turns.length;
});
