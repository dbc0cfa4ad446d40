// A form in three steps whose later steps are chunks of their own, loaded when they are needed.
const root = document.getElementById("root"), kept = {};
const steps = [() => import("./step_name.js"), () => import("./step_reach.js"), () => import("./step_check.js")];

async function go(number) {
  try {
    const step = await steps[number]();
    history.pushState({}, "", number ? `/visit/step-${number + 1}` : "/visit");
    step.draw(root, kept, () => go(number + 1));
  } catch {
    root.innerHTML = '<main><h1>Sorry</h1><p role="alert">This page could not be loaded.</p></main>';
  }
}

export const form = (heading, fields, button) =>
  `<main><h1>${heading}</h1><form>${fields}<button>${button}</button></form></main>`;

export function filled(root, kept, next) {
  root.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    Object.assign(kept, Object.fromEntries(new FormData(event.target)));
    next();
  };
}

go(0);
