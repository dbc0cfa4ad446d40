// IMask: IBAN, telephone, postcode, an amount with separators and a date, all masked while typed.
import IMask from "imask";
import { person, plain, sends } from "./shared.js";

const form = plain("Refund of council tax", `${person}
  <p><label for="phone">Phone number *</label> <input id="phone" name="phone" type="tel" required></p>
  <p><label for="postcode">Postcode *</label> <input id="postcode" name="postcode" required></p>
  <p><label for="birthday">Date of birth *</label> <input id="birthday" name="birthday" required placeholder="DD/MM/YYYY"></p>
  <p><label for="iban">IBAN *</label> <input id="iban" name="iban" required></p>
  <p><label for="amount">Amount overpaid *</label> <input id="amount" name="amount" inputmode="decimal" required></p>`);
IMask(form.phone, { mask: "{\\0}0000 000000" });
IMask(form.postcode, { mask: "aa00 0aa", prepareChar: (text) => text.toUpperCase() });
IMask(form.birthday, {
  mask: Date, pattern: "d{/}m{/}Y", min: new Date(1900, 0, 1), max: new Date(2030, 0, 1),
  format: (date) => [date.getDate(), date.getMonth() + 1].map((part) => String(part).padStart(2, "0")).concat(date.getFullYear()).join("/"),
  parse: (text) => { const [day, month, year] = text.split("/").map(Number); return new Date(year, month - 1, day); },
});
IMask(form.iban, { mask: "aa00 **** **** **** **** **", prepareChar: (text) => text.toUpperCase() });
IMask(form.amount, { mask: Number, scale: 2, thousandsSeparator: ",", radix: ".", padFractionalZeros: true });
sends(form);
