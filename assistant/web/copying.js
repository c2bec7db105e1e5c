// Buttons that copy: `data-copy` holds the words, `data-link` an address relative to the page.
const toClipboard = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Over plain http from another computer there is no clipboard: select, and copy the old way.
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-link]");
  if (!button) return;
  const { copy, link } = button.dataset;
  await toClipboard(copy ?? new URL(link, location.href).href);
  button.focus();
  const before = button.dataset.name ?? button.textContent;
  button.dataset.name = before;
  button.textContent = "Copied";
  window.minutebook.say("Copied");
  setTimeout(() => { button.textContent = before; }, 2000);
});
