// flatpickr: one date written out in words with a hidden value, one typed by hand.
import flatpickr from "flatpickr";
import "flatpickr/dist/flatpickr.css";
import { person, plain, sends } from "./shared.js";

const form = plain("Book a ceremony", `${person}
  <p><label for="birthday">Date of birth *</label> <input id="birthday" name="birthday" required placeholder="Select a date"></p>
  <p><label for="begin">First day wanted *</label> <input id="begin" name="begin" required placeholder="dd/mm/yyyy"></p>`);
flatpickr("#birthday", { altInput: true, altFormat: "j F Y", dateFormat: "Y-m-d" });
flatpickr("#begin", { allowInput: true, dateFormat: "d/m/Y" });
sends(form);
