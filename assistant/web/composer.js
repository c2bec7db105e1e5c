// The form to ask with: Enter asks, Shift+Enter begins a new line; "we" is asked of the reader's own council or body.
const WE = /\b(we|us|our|ours|we've|we’ve)\b/i;
const box = () => element.querySelector("#mb-question");

const problem = (line) => { element.querySelector(".mb-problem").textContent = line; };

const wrong = (question, chosen) => {
  const longest = Number(box().dataset.longest);
  if (!question) return "Please type a question first.";
  if (question.length > longest) {
    return `Your question is ${question.length.toLocaleString("en-GB")} characters long. `
      + `Please keep it to ${longest.toLocaleString("en-GB")}: one question at a time works best.`;
  }
  if (chosen.from && chosen.to && chosen.from > chosen.to) {
    return "The first date is after the last: please change one of them.";
  }
  return "";
};

const ask = () => {
  if (document.querySelector('.mb-log[aria-busy="true"]')) return; // what was typed stays until the answer is there
  const question = box().value.trim().replace(/\s+/g, " ");
  const chosen = window.minutebook.chosen();
  const line = wrong(question, chosen);
  problem(line);
  if (line) {
    box().focus();
    return;
  }
  const we = WE.test(question) && !chosen.council && !chosen.body ? window.minutebook.we() : {};
  box().value = "";
  box().style.height = "";
  window.minutebook.ask(question, { ...chosen, ...we });
};

element.addEventListener("click", (event) => {
  if (event.target.closest(".mb-ask")) ask();
  if (event.target.closest(".mb-restart")) box().focus();
});
element.addEventListener("keydown", (event) => {
  if (event.target !== box() || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask();
});
element.addEventListener("input", () => {
  box().style.height = "auto";
  box().style.height = `${Math.min(box().scrollHeight + 2, 160)}px`;
});
watch("value", () => {
  const typed = window.minutebook.typedBefore();
  if (typed && box()) box().value = typed;
  window.minutebook.start();
});
