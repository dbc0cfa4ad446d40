// What every form here shares: the choices it offers, and how it sends: JSON, or multipart where there is a file.
const CODES = `AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM
CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL
IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU
MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR
SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW`.split(/\s+/);
const NAMES = new Intl.DisplayNames(["en"], { type: "region" });
const choices = (text) => text.split(", ").map((each) => each.split("=")).map(([value, label]) => ({ value, label }));

export const countries = CODES.map((value) => ({ value, label: NAMES.of(value) }))
  .sort((one, other) => one.label.localeCompare(other.label));
export const titles = choices("mr=Mr, mrs=Mrs, ms=Ms, dr=Dr");
export const contacts = choices("email=By email, phone=By phone, post=By post");
export const weekdays = choices("mon=Monday, tue=Tuesday, wed=Wednesday, thu=Thursday, fri=Friday");
export const languages = choices("en=English, fr=French, de=German, it=Italian, pl=Polish, es=Spanish, cy=Welsh");
export const towns = ["Ashcombe", "Highfield", "Meersbrook", "Millbrook", "Thornbury", "Thornmere", "Upper Ferry"];

export const iso = (date) => (date
  ? `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}` : "");

const bodyOf = (values) => {
  if (!Object.values(values).some((value) => value instanceof Blob)) {
    return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(values) };
  }
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) body.append(name, each ?? "");
  }
  return { body };
};

export async function submit(values) {
  const answer = await fetch("/api" + location.pathname, { method: "POST", ...bodyOf(values) });
  const { reference } = await answer.json();
  document.body.innerHTML = "<main><h1>Thank you</h1><p></p></main>";
  document.querySelector("p").textContent = `Your request has been received. Your reference is ${reference}.`;
}

// A form whose controls carry names: what the browser itself would send, sent by fetch where the page has a script.
export function plain(title, controls) {
  document.getElementById("root").innerHTML =
    `<main><h1>${title}</h1><form>${controls}<p><button type="submit">Send</button></p></form></main>`;
  return document.querySelector("form");
}
export const read = (form, ...lists) => {
  const data = new FormData(form);
  const values = Object.fromEntries(data);
  for (const name of lists) values[name] = data.getAll(name);
  return values;
};
export const sends = (form, more = () => ({}), ...lists) => form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit({ ...read(form, ...lists), ...more() });
});
export const optionTags = (list) => list.map(({ value, label }) => `<option value="${value}">${label}</option>`).join("");
export const person = `<p><label for="name">Full name *</label> <input id="name" name="name" required></p>
  <p><label for="email">Email address *</label> <input id="email" name="email" type="email" required></p>`;
