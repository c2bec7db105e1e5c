// Shows the misses of one type and one cause. Without this script all of them are shown, and no choice is offered.
const form = document.getElementById("filter");
if (form) {
  const misses = [...document.querySelectorAll("#misses > .miss")];
  const shown = () => misses.filter((miss) => !miss.hidden);
  const { type, cause, open, close, count } = form.elements;

  const choose = () => {
    for (const miss of misses) {
      miss.hidden = Boolean(
        (type.value && miss.dataset.type !== type.value) || (cause.value && miss.dataset.cause !== cause.value),
      );
    }
    count.value = `${shown().length} of ${misses.length} shown`;
  };

  form.addEventListener("change", choose);
  open.addEventListener("click", () => shown().forEach((miss) => { miss.open = true; }));
  close.addEventListener("click", () => misses.forEach((miss) => { miss.open = false; }));
  form.hidden = false;
  choose();
}
