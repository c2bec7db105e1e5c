// The other views follow the address; what is typed into a search is looked for when the typing pauses.
let shown = "";
let pause;

const follow = () => {
  const here = location.search;
  if (window.minutebook.page() === "ask" || here === shown) return;
  shown = here;
  window.minutebook.await("view");
  trigger("look", {});
};
document.addEventListener("mb:moved", follow);

element.addEventListener("input", (event) => {
  const { option } = event.target.dataset;
  if (option === undefined) return;
  clearTimeout(pause);
  const look = () => window.minutebook.look({ [option]: event.target.value.trim() });
  if (event.target.tagName === "INPUT") pause = setTimeout(look, 400);
  else look();
});
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-export]");
  if (!button) return;
  window.minutebook.await("file");
  trigger("export", { suffix: button.dataset.export });
});
element.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.dataset.option === undefined) return;
  clearTimeout(pause);
  window.minutebook.look({ [event.target.dataset.option]: event.target.value.trim() });
});

watch("value", () => {
  window.minutebook.arrived("view");
  const count = element.querySelector(".mb-count");
  if (count) window.minutebook.say(count.textContent);
});
