// Pikaday on a text input.
import Pikaday from "pikaday";
import "pikaday/css/pikaday.css";
import { iso, person, plain, sends } from "./shared.js";

const form = plain("Book a ceremony", `${person}
  <p><label for="birthday">Date of birth *</label> <input id="birthday" name="birthday" required></p>
  <p><label for="begin">First day wanted *</label> <input id="begin" name="begin" required></p>`);
const plainDate = (date) => iso(date).split("-").reverse().join("/");
const parse = (text) => { const [day, month, year] = text.split(/[./-]/).map(Number); return new Date(year, month - 1, day); };
const birthday = new Pikaday({ field: form.birthday, toString: plainDate, parse, yearRange: [1900, 2030] });
const begin = new Pikaday({ field: form.begin });
sends(form, () => ({ birthday: iso(birthday.getDate()), begin: iso(begin.getDate()) }));
