// Saves a draft while the person types, and looks the town up. The form works without either.
"use strict";

(() => {
  const form = document.getElementById("form");
  const status = document.getElementById("draft-status");
  const postcode = document.getElementById("new_postcode");
  const town = document.getElementById("new_town");
  const PAUSE = 400; // milliseconds after the last key before the draft is saved
  let timer = 0;

  async function saveDraft() {
    try {
      const answer = await fetch("/change-of-address/draft", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(Object.fromEntries(new FormData(form))),
      });
      const saved = answer.ok ? await answer.json() : {};
      const time = saved.saved_at && new Date(saved.saved_at)
        .toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      status.textContent = time ? `Draft saved at ${time}` : "";
    } catch {
      status.textContent = ""; // a draft is a kindness: without it the form is sent as always
    }
  }

  async function lookUpTown() {
    const asked = postcode.value.trim();
    if (!asked || town.value.trim()) return;
    try {
      const answer = await fetch(`/api/postcode?q=${encodeURIComponent(asked)}`);
      const found = answer.ok ? await answer.json() : {};
      if (found.town && !town.value.trim()) town.value = found.town;
    } catch {
      // the person types the town instead
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(saveDraft, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  postcode.addEventListener("blur", lookUpTown);
})();
