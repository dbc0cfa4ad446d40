// Sends the complaint as JSON and shows what came of it in the page.
"use strict";

(() => {
  const form = document.getElementById("form");
  const outcome = document.getElementById("outcome");
  const button = form.querySelector("button[type=submit]");

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function problems(entries) {
    const box = make("div", "", "summary");
    box.setAttribute("role", "alert");
    box.append(make("h2", "There is a problem"));
    const list = make("ul");
    for (const [name, text] of entries) {
      const item = make("li");
      const link = name ? make("a", text) : make("span", text);
      if (name) link.href = `#${name}`;
      item.append(link);
      list.append(item);
    }
    box.append(list);
    outcome.replaceChildren(box);
    box.scrollIntoView({ block: "nearest" });
  }

  function clearMarks() {
    for (const question of form.querySelectorAll(".question.wrong")) question.classList.remove("wrong");
    for (const message of form.querySelectorAll(".question > .error, fieldset > .error")) message.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      describe(control, (id) => !id.endsWith("-error"));
    }
    for (const group of form.querySelectorAll("fieldset[aria-describedby]")) {
      describe(group, (id) => !id.endsWith("-error"));
    }
  }

  function describe(element, keep, more = []) {
    const ids = (element.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && keep(id));
    const all = [...ids, ...more].join(" ");
    if (all) element.setAttribute("aria-describedby", all);
    else element.removeAttribute("aria-describedby");
  }

  function mark(name, text) {
    const control = document.getElementById(name);
    const question = control && control.closest(".question");
    if (!question) return;
    const message = make("p", "", "error");
    message.id = `${name}-error`;
    message.append(make("b", "Error:"), ` ${text}`);
    question.classList.add("wrong");
    const group = control.closest("fieldset");
    (group ? group.querySelector("legend") : question.querySelector(".hint") || question.querySelector("label"))
      .after(message);
    if (!group) control.setAttribute("aria-invalid", "true");
    describe(group || control, () => true, [message.id]);
  }

  function received(answer) {
    const box = make("div", "", "done");
    const reference = make("p", answer.reference, "reference");
    box.append(make("h2", answer.headline), make("p", "Your reference number is"), reference);
    const list = make("ul", "", "next");
    for (const step of answer.next) list.append(make("li", step));
    const home = make("a", "Back to all services");
    home.href = "/";
    const last = make("p");
    last.append(home);
    outcome.replaceChildren(box, make("h2", "What happens next"), list, last);
    form.hidden = true;
    box.scrollIntoView({ block: "nearest" });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearMarks();
    outcome.replaceChildren();
    button.disabled = true;
    try {
      const reply = await fetch("/api/complaints", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(Object.fromEntries(new FormData(form))),
      });
      const answer = await reply.json();
      if (reply.status === 201) {
        received(answer);
      } else if (answer.errors) {
        for (const [name, text] of Object.entries(answer.errors)) mark(name, text);
        problems(Object.entries(answer.errors));
      } else {
        throw new Error("unexpected answer");
      }
    } catch {
      problems([["", "We could not send your complaint. Your text is still here: try again in a moment."]]);
    } finally {
      button.disabled = false;
    }
  });
})();
