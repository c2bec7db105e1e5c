// Printing: the day is written on the paper, and one answer of several can be printed alone.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (!button) return;
  if (button.dataset.turn !== undefined) button.closest(".mb-turn").classList.add("mb-alone");
  print();
});
addEventListener("beforeprint", () => {
  const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  element.querySelector(".mb-printed-on").textContent = today;
});
addEventListener("afterprint", () => document.querySelector(".mb-alone")?.classList.remove("mb-alone"));
