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

// A new question comes to the top and stays there while its answer grows, unless the reader moves meanwhile.
let shown = 0;
let following = false;
for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(moved, () => { following = false; }, { passive: true });
}

watch("value", () => {
  const turns = element.querySelectorAll(".mb-turn");
  if (turns.length > shown) following = true;
  if (turns.length === 1 && shown === 0) {
    document.querySelector(".mb-filters")?.removeAttribute("open"); // its first line still says what is chosen
  }
  shown = turns.length;
  if (!following || shown === 0) return;
  turns[shown - 1].scrollIntoView({ block: "start" });
  following = element.querySelector('[aria-busy="true"]') !== null;
});
