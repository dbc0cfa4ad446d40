// Cleave.js: blocks for an IBAN, a date and an amount while they are typed.
import Cleave from "cleave.js";
import { person, plain, sends } from "./shared.js";

const form = plain("Refund of council tax", `${person}
  <p><label for="birthday">Date of birth *</label> <input id="birthday" name="birthday" required placeholder="DD/MM/YYYY"></p>
  <p><label for="iban">IBAN *</label> <input id="iban" name="iban" required></p>
  <p><label for="amount">Amount overpaid *</label> <input id="amount" name="amount" required></p>`);
new Cleave(form.birthday, { date: true, delimiter: "/", datePattern: ["d", "m", "Y"] });
new Cleave(form.iban, { blocks: [4, 4, 4, 4, 4, 2], uppercase: true });
const amount = new Cleave(form.amount, { numeral: true, prefix: "£", rawValueTrimPrefix: true });
sends(form, () => ({ amount: amount.getRawValue() }));
