// Keeps the fee in step with the chosen length. Without it the server asks again when the two don't fit.
"use strict";

(() => {
  const box = document.getElementById("fee-box");
  const follow = () => {
    const chosen = document.querySelector("input[name=months]:checked");
    const amount = chosen && box.getAttribute(`data-months-${chosen.value}`);
    if (!amount) return;
    document.getElementById("fee").value = amount;
    document.getElementById("fee-shown").textContent = amount;
  };
  document.getElementById("form").addEventListener("change", follow);
  window.addEventListener("pageshow", follow); // a page that the browser restores keeps the choice, not the fee
})();
