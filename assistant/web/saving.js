// A file that the server made is handed to the browser to save; nothing of it stays on the server.
watch("value", () => {
  const held = element.querySelector("[data-content]");
  window.minutebook.arrived("file");
  if (!held?.dataset.content) return;
  const bytes = Uint8Array.from(atob(held.dataset.content), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: held.dataset.type }));
  link.download = held.dataset.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  window.minutebook.say("Saved");
});
